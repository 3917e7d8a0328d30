import { Suspense, lazy, useState } from 'react'
import type { SyncStatus } from '../../../core/sync-status.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { formatAgo } from '../../format.ts'
import { t } from '../../messages.ts'
import { useSync } from '../../stores/sync.ts'
import { syncWords } from './sync-words.ts'
import { useNow } from './use-now.ts'

const QueueSheet = lazy(() => import('./queue-sheet.tsx'))

export function SyncChip() {
  const status = useSync()
  const [queue, setQueue] = useState(false)
  const { tone, icon, text } = syncWords(status, t.sync)
  return (
    <>
      <Chip region={t.sync.region} icon={icon} tone={tone} text={text}>
        <SyncDetails onQueue={() => setQueue(true)} />
      </Chip>
      {queue && (
        <Suspense fallback={null}>
          <QueueSheet onClose={() => setQueue(false)} />
        </Suspense>
      )}
    </>
  )
}

function SyncDetails({ onQueue }: { readonly onQueue: () => void }) {
  const status = useSync()
  const now = useNow(1000)
  return (
    <>
      <p>{explanation(status)}</p>
      {status.since !== null && <p>{t.sync.since(formatAgo(status.since, now))}</p>}
      <dl>
        <dt>{t.sync.facts.waiting}</dt>
        <dd>{status.waiting}</dd>
        <dt>{t.sync.facts.attention}</dt>
        <dd>{status.attention}</dd>
      </dl>
      <p className="chip-soft">
        {status.lastSyncAt === null
          ? t.sync.never
          : t.sync.lastSync(formatAgo(status.lastSyncAt, now))}
      </p>
      <div className="chip-actions">
        <Button onClick={() => void app.sync.now()}>{t.sync.now}</Button>
        {status.waiting + status.attention > 0 && <Button onClick={onQueue}>{t.queue.open}</Button>}
      </div>
    </>
  )
}

function explanation({ channel, reason, waiting }: SyncStatus): string {
  if (reason !== null) return t.sync.remedies[reason]
  return channel === 'idle' && waiting > 0 ? t.sync.aboutToSendExplained : t.sync.explained[channel]
}
