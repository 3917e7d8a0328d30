import { Button } from '../../components/button.tsx'
import { first } from '../../first-messages.ts'

type Props = {
  /** Of the provider. */
  readonly name: string
  readonly busy: boolean
  /** The browser is away. */
  readonly waiting: boolean
  readonly onStart: () => void
  readonly onCancel: () => void
}

/** Signing in with the system's browser, and while that is away the way to call it off. */
export function BrowserWay({ name, busy, waiting, onStart, onCancel }: Props) {
  return (
    <div className="browser-way">
      <Button aria-disabled={busy && !waiting} onClick={waiting ? onCancel : onStart}>
        {waiting ? first.signIn.stopWaiting : first.signIn.withProvider(name)}
      </Button>
      <output className="sign-in-hint">{waiting && first.signIn.inBrowser(name)}</output>
    </div>
  )
}
