import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import './chip.css'
import { Icon, type IconName } from './icons.tsx'

export type Tone = 'good' | 'wait' | 'bad' | 'plain'

export type ChipProps = {
  /** Name of the region. */
  readonly region: string
  readonly icon: IconName
  readonly tone: Tone
  readonly text: string
  /** What is said when the chip is opened. */
  readonly children: ReactNode
}

/** A state in words that is always in view, with more behind it. */
export function Chip({ region, icon, tone, text, children }: ChipProps) {
  return (
    <section className="chip-region" aria-label={region}>
      <Popover
        position="bottom-end"
        width={320}
        withinPortal={false}
        trapFocus
        returnFocus
        transitionProps={{ duration: 0 }}
        classNames={{ dropdown: 'floating' }}
      >
        <Popover.Target>
          <button type="button" className={`chip chip-${tone}`} title={text}>
            <Icon name={icon} />
            <span className="chip-text">{text}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={region}>
          <div className="chip-more">{children}</div>
        </Popover.Dropdown>
      </Popover>
    </section>
  )
}
