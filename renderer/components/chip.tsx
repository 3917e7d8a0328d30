import type { ReactNode } from 'react'
import './chip.css'
import { Floating } from './floating.tsx'
import { Icon, type IconName } from './icons.tsx'

export type Tone = 'good' | 'wait' | 'bad' | 'plain'

export type ChipProps = {
  /** Name of the region. */
  readonly region: string
  readonly icon: IconName
  readonly tone: Tone
  readonly text: string
  /** What is said when the chip is opened. */
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

/** A state in words that is always in view, with more behind it. */
export function Chip({ region, icon, tone, text, children }: ChipProps) {
  return (
    <section className="chip-region" aria-label={region}>
      <Floating
        label={region}
        width={320}
        target={(toggle) => (
          <button type="button" className={`chip chip-${tone}`} title={text} onClick={toggle}>
            <Icon name={icon} />
            <span className="chip-text">{text}</span>
          </button>
        )}
      >
        {(close) => (
          <div className="chip-more">
            {typeof children === 'function' ? children(close) : children}
          </div>
        )}
      </Floating>
    </section>
  )
}
