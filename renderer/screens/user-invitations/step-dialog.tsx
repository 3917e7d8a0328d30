import type { ReactNode } from 'react'
import type { BulkOutcome } from '../../../core/bulk.ts'
import { fullName } from '../../../core/person.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { type Targets, closeAction } from '../../stores/pending-actions.ts'
import { useSync } from '../../stores/sync.ts'
import type { StepState } from './use-step.ts'

type Props = {
  readonly title: string
  readonly targets: Targets
  readonly state: StepState
  readonly yes: string
  readonly ready?: boolean
  readonly onYes: () => void
  /** Heads the list of those who were left as they are. */
  readonly not: (count: number) => string
  readonly children: ReactNode
}

/** A dialog that does something to one record or to many, and tells which ones it left alone. */
export function StepDialog(props: Props) {
  const { title, targets, state, yes, ready = true, onYes, not, children } = props
  const away = useSync(({ channel }) => channel === 'offline' || channel === 'paused')
  if (state.kind === 'partly') {
    return <LeftAlone title={title} refused={state.refused} not={not} />
  }
  const busy = state.kind === 'busy'
  return (
    <Dialog
      title={title}
      about={aboutOf(targets)}
      onClose={closeAction}
      returnTo="pending-title"
      onSubmit={() => ready && onYes()}
      foot={
        <>
          <span className="soft">{away && t.invitations.offline}</span>
          <Button onClick={closeAction}>{t.invitations.cancel}</Button>
          <Button look="main" type="submit" disabled={!ready} aria-disabled={busy}>
            {busy ? t.invitations.saving : yes}
          </Button>
        </>
      }
    >
      {children}
      {state.kind === 'asking' && state.failure !== null && (
        <Notice kind="bad">{t.failures[state.failure.code](state.failure)}</Notice>
      )}
    </Dialog>
  )
}

type LeftAloneProps = Pick<Props, 'title' | 'not'> & Pick<BulkOutcome, 'refused'>

/** Who was left as they are, each with the reason. */
export function LeftAlone({ title, refused, not }: LeftAloneProps) {
  return (
    <Dialog
      title={title}
      onClose={closeAction}
      returnTo="pending-title"
      onSubmit={closeAction}
      foot={
        <Button look="main" type="submit">
          {t.invitations.close}
        </Button>
      }
    >
      <p role="alert">{not(refused.length)}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls has to be reached by key */}
      <ul className="dialog-list" tabIndex={0} aria-label={not(refused.length)}>
        {refused.map(({ recordId, name, reason }) => (
          <li key={recordId}>{t.invitations.refusedLine(name, t.invitations.refused[reason])}</li>
        ))}
      </ul>
    </Dialog>
  )
}

function aboutOf({ ids, row }: Targets): string {
  if (row === null) return t.invitations.ofMany(ids.length)
  const name = fullName(row)
  return t.invitations.of(name === '' ? (row.email ?? '') : `${name}, ${row.email ?? ''}`)
}
