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

/** A sentence about the whole form or screen. `bad` is read out at once. */
export function Notice({ kind, children }: { readonly kind: Kind; readonly children: ReactNode }) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'bad' ? 'alert' : undefined}>
      <Icon name={icons[kind]} />
      <div className="notice-body">{children}</div>
    </div>
  )
}
