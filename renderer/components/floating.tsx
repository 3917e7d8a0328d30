import { type ReactElement, type ReactNode, useEffect, useState } from 'react'

type Kit = typeof import('./popup.tsx')

type Props = {
  readonly label: string
  /** Pixels. */
  readonly width: number
  readonly target: (toggle: () => void) => ReactElement
  readonly children: (close: () => void) => ReactNode
}

/** A button and what floats below it. The UI kit comes after the first picture, or with the first press. */
export function Floating({ label, width, target, children }: Props) {
  const [opened, setOpened] = useState(false)
  const kit = useKit(opened)
  const button = target(() => setOpened(!opened))
  if (kit === null) return button
  return (
    <kit.Popup label={label} width={width} opened={opened} onChange={setOpened} target={button}>
      {children(() => setOpened(false))}
    </kit.Popup>
  )
}

/** As late as this the kit is loaded although the window has never been idle. */
const latestMs = 2000

function useKit(now: boolean): Kit | null {
  const [kit, setKit] = useState<Kit | null>(null)
  useEffect(() => {
    let wanted = true
    const load = () =>
      void import('./popup.tsx').then((loaded) => {
        if (wanted) setKit(loaded)
      })
    const handle = requestIdleCallback(load, { timeout: now ? 1 : latestMs })
    return () => {
      wanted = false
      cancelIdleCallback(handle)
    }
  }, [now])
  return kit
}
