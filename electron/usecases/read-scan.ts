import { type Result, fail } from '../../contracts/result.ts'
import type {
  LoosePage,
  LooseQuery,
  ScanRule,
  ScanView,
  ScannedCard,
} from '../../core/scan/scan.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { OpenDesk, Workplace } from './ports.ts'

type Read<T> = Result<T, 'signed-out' | StoreRefusal>

/** The scan that goes on; null: none does. */
export function readRunningScan(place: Workplace): Read<ScanView | null> {
  return onDesk(place, ({ loose }) => {
    const scanId = loose.running()
    return scanId === null ? null : loose.view(scanId)
  })
}

/** Labels as the account's profile makes them; or as they ran here last. */
export function suggestScan(place: Workplace): Read<ScanRule> {
  return onDesk(place, ({ loose, directory }) => {
    const { surface } = directory.get().cardProfile
    const last = loose.lastRule()
    if (surface.kind !== 'label') return last ?? plainRule
    const { prefix, digits, next } = surface
    return last !== null && last.prefix === prefix && last.digits === digits
      ? last
      : { prefix, digits, next }
  })
}

/** All cards of a scan, in the order of their labels. */
export function readScanRows(
  place: Workplace,
  { scanId }: { readonly scanId: string },
): Read<ScannedCard[]> {
  return onDesk(place, ({ loose }) => [...loose.rows(scanId)])
}

/** Cards that nobody has. */
export function listLooseCards(place: Workplace, query: LooseQuery): Read<LoosePage> {
  return onDesk(place, ({ loose }) => loose.page(query))
}

const plainRule: ScanRule = { prefix: '', digits: 4, next: '1' }

function onDesk<T>(place: Workplace, read: (desk: OpenDesk) => T): Read<T> {
  const desk = place.room.current()
  return desk === null ? fail('signed-out') : place.reading(() => read(desk))
}
