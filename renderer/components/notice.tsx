import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'
import './notice.css'

type Kind = 'info' | 'wait' | 'bad' | 'good'

const icons: Record<Kind, IconName> = {
  info: 'computer',
  wait: 'cloud-off',
  bad: 'attention',
  good: 'check',
}

type Props = {
  readonly kind: Kind
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A sentence about the whole form or screen. `bad` is read out at once. */
export function Notice({ kind, icon = icons[kind], children }: Props) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'bad' ? 'alert' : undefined}>
      <Icon name={icon} />
      <div className="notice-body">{children}</div>
    </div>
  )
}
