import type { TapOutcome } from '../../stores/card-field.ts'
import { t } from '../../messages.ts'
import { useForm } from '../../stores/form.ts'
import { useSync } from '../../stores/sync.ts'

/** Says aloud what others see from the corner of an eye: a tap, and the cloud going or coming. */
export function Announcer() {
  const tap = useForm((form) => form.tap)
  const channel = useSync((status) => status.channel)
  const busy = channel === 'sending' || channel === 'receiving' || channel === 'idle'
  return (
    <div className="visually-hidden">
      <output key={tap?.count}>{tap !== null && heard[tap.outcome](tap.uid)}</output>
      <output>{busy ? '' : t.sync.explained[channel]}</output>
    </div>
  )
}

const heard: Record<TapOutcome, (uid: string) => string> = {
  filled: t.reader.announced,
  same: () => t.reader.announcedSame,
  offered: () => t.reader.announcedOffer,
  'too-short': t.form.tapTooShort,
}
