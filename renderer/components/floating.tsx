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

/** By then the first lists are painted, which the kit would only have kept from coming. */
const loadAfterMs = 1500

function useKit(now: boolean): Kit | null {
  const [kit, setKit] = useState<Kit | null>(null)
  useEffect(() => {
    let wanted = true
    const load = () =>
      void import('./popup.tsx').then((loaded) => {
        if (wanted) setKit(loaded)
      })
    const timer = setTimeout(load, now ? 0 : loadAfterMs)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [now])
  return kit
}
