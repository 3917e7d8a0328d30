import { type Result, fail } from '../../contracts/result.ts'
import type { ScanRule } from '../../core/scan/scan.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Workplace } from './ports.ts'
import { type ShownScan, showScan } from './show-scan.ts'

type One = { readonly scanId: string }

/** Begins to label cards; whichever scan went on ends. */
export function startScan(place: Workplace, { scanId, ...rule }: One & ScanRule): ShownScan {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const started = desk.loose.start({ scanId, rule, at: place.wallTime() })
  return started.ok ? showScan(place, desk, scanId) : started
}

/** Goes on with a scan that was ended. */
export function resumeScan(place: Workplace, { scanId }: One): ShownScan {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const resumed = desk.loose.end(scanId, null, place.wallTime())
  return resumed.ok ? showScan(place, desk, scanId) : resumed
}

export function finishScan(place: Workplace, { scanId }: One): ShownScan {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const at = place.wallTime()
  const ended = desk.loose.end(scanId, at, at)
  return ended.ok ? showScan(place, desk, scanId) : ended
}

/** Takes back the label that was given last. */
export function undoScan(
  place: Workplace,
  { scanId, uid }: One & { readonly uid: string },
): ShownScan {
  const desk = place.room.current()
  if (desk === null) return fail('signed-out')
  const undone = desk.loose.undo(scanId, uid)
  return undone.ok ? showScan(place, desk, scanId) : undone
}

/** A card that needs no looking after any more. */
export function forgetCard(
  place: Workplace,
  { uid }: { readonly uid: string },
): Result<void, 'signed-out' | StoreRefusal | 'invalid'> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : desk.loose.forget(uid)
}

/** Brings back what was forgotten since the desk was opened. */
export function restoreCard(
  place: Workplace,
  { uid }: { readonly uid: string },
): Result<{ restored: boolean }, 'signed-out' | StoreRefusal | 'invalid'> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : desk.loose.restore(uid)
}
