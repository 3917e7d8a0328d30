import { Popover } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { Kit } from './kit.tsx'

export type PopupProps = {
  readonly label: string
  /** Pixels. */
  readonly width: number
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  readonly target: ReactElement
  readonly children: ReactNode
}

/** What floats below a button, by the UI kit. Loaded by `floating.tsx` when the screen stands. */
export function Popup({ label, width, opened, onChange, target, children }: PopupProps) {
  return (
    <Kit>
      <Popover
        opened={opened}
        onChange={onChange}
        position="bottom-end"
        width={width}
        withinPortal={false}
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
        classNames={{ dropdown: 'floating' }}
      >
        <Popover.Target>{target}</Popover.Target>
        <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
      </Popover>
    </Kit>
  )
}
