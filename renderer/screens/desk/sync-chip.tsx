import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { formatAgo } from '../../format.ts'
import { t } from '../../messages.ts'
import { useSync } from '../../stores/sync.ts'
import { syncWords } from './sync-words.ts'
import { useNow } from './use-now.ts'

export function SyncChip() {
  const status = useSync()
  const { tone, icon, text } = syncWords(status, t.sync)
  return (
    <Chip region={t.sync.region} icon={icon} tone={tone} text={text}>
      <SyncDetails />
    </Chip>
  )
}

function SyncDetails() {
  const status = useSync()
  const now = useNow(1000)
  const waits = status.channel === 'idle' && status.waiting > 0
  return (
    <>
      <p>{waits ? t.sync.aboutToSendExplained : t.sync.explained[status.channel]}</p>
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
      <Button onClick={() => void app.sync.now()}>{t.sync.now}</Button>
    </>
  )
}
