import type { SyncReason } from '../../../core/sync-status.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { useSync } from '../../stores/sync.ts'

/** What keeps the cloud away until somebody does something about it; what passes by itself is the chip's. */
const told: ReadonlySet<SyncReason> = new Set([
  'portal',
  'proxy',
  'certificate',
  'certificate-date',
  'no-access',
  'no-region',
  'desk-too-old',
  'cloud-too-old',
])

export function ChannelBanner() {
  const reason = useSync((status) => status.reason)
  const offMinutes = useSync((status) => status.clockOffMinutes)
  if (reason === null || !told.has(reason)) {
    return offMinutes === null ? null : <Notice kind="wait">{t.sync.clockOff(offMinutes)}</Notice>
  }
  return (
    <Notice kind="wait">
      <div className="banner-line">
        <span>{t.sync.remedies[reason]}</span>
        <Button onClick={() => void app.sync.now()}>{t.sync.tryNow}</Button>
      </div>
    </Notice>
  )
}
