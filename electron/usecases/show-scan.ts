import { type Result, fail, ok } from '../../contracts/result.ts'
import type { ScanView } from '../../core/scan/scan.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'

export type ShownScan = Result<ScanView, 'signed-out' | StoreRefusal | 'gone'>

/** Where a quick scan stands now. */
export function showScan(
  place: Workplace,
  desk: OpenDesk,
  scanId: string,
): Result<ScanView, StoreRefusal | 'gone'> {
  const view = place.reading(() => desk.loose.view(scanId))
  if (!view.ok) return view
  return view.value === null ? fail('gone') : ok(view.value)
}
