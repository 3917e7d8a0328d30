import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuditRow } from '../store/audit.ts'
import { auditRows } from './audit.ts'
import { beforeFirst, chained } from './chain.ts'
import { checkChain } from './check-chain.ts'

const accountId = 'account'
const person = fc.record({ id: fc.uuid(), name: fc.string({ unit: 'grapheme' }) })
const entry = fc.record({
  what: fc.constantFrom('created', 'changed', 'card-moved', 'signed-in'),
  who: fc.option(person),
  desk: fc.option(person),
  about: fc.option(person),
  fields: fc.subarray(['email', 'role', 'cardId']),
  card: fc.option(fc.constantFrom('••••3A80', '••••F2BF')),
})
const chain = fc.array(entry, { minLength: 2, maxLength: 30 }).map((entries) => {
  const rows = auditRows(accountId, entries, '2026-11-25T08:00:00.000Z')
  return chained({ seq: 0, hash: beforeFirst }, rows)
})
/** A chain, and a place in it (counted from 0). */
const placed = chain.chain((rows) => fc.tuple(fc.constant(rows), fc.nat(rows.length - 1)))

describe('an audit chain', () => {
  it('is whole as it was written, at every end that it ever had', () => {
    fc.assert(
      fc.property(placed, ([rows, at]) => {
        expect(faultIn(rows)).toBeNull()
        expect(faultIn(rows, { expect: headOf(rows.slice(0, at + 1)) })).toBeNull()
      }),
    )
  })

  it('shows the first entry of which anything is not what was chained', () => {
    const columns = fc.constantFrom<keyof AuditRow>(
      ...(['account_id', 'at', 'what', 'who_id', 'who_digest', 'desk_id', 'about_id'] as const),
      ...(['about_digest', 'fields', 'card', 'hash'] as const),
    )
    fc.assert(
      fc.property(placed, columns, fc.option(fc.string()), ([rows, at], column, value) => {
        fc.pre(rows[at]?.[column] !== value)
        const changed = rows.map((row, nth) => (nth === at ? { ...row, [column]: value } : row))
        expect(faultIn(changed)).toEqual({ seq: at + 1, fault: 'changed' })
      }),
    )
  })

  it('shows a name that is not the one of then, and accepts one that is erased', () => {
    fc.assert(
      fc.property(
        placed,
        fc.constantFrom('who', 'about'),
        fc.string(),
        ([rows, at], text, other) => {
          fc.pre(rows[at]?.[text] !== other)
          const withText = (value: string | null) =>
            rows.map((row, nth) => (nth === at ? { ...row, [text]: value } : row))
          expect(faultIn(withText(other))).toEqual({ seq: at + 1, fault: 'text-changed' })
          expect(faultIn(withText(null))).toBeNull()
        },
      ),
    )
  })

  it('shows an entry that is taken out, put in twice, or swapped with another', () => {
    fc.assert(
      fc.property(placed, fc.nat(), ([rows, at], other) => {
        const without = rows.toSpliced(at, 1)
        const last = at === rows.length - 1
        expect(faultIn(without, { head: headOf(rows) })).toEqual({
          seq: at + 1,
          fault: last ? 'cut-off' : 'missing',
        })
        const row = rows.slice(at, at + 1)
        const twice = rows.toSpliced(at, 0, ...row)
        expect(faultIn(twice)).toEqual({ seq: at + 1, fault: 'out-of-order' })
        // Closed up again, so that no place is free: the last one is missing then.
        const renumbered = without.map((each, nth) => ({ ...each, seq: nth + 1 }))
        expect(faultIn(renumbered, { head: headOf(rows) })).toEqual({
          seq: at + 1,
          fault: last ? 'cut-off' : 'changed',
        })

        const [low = 0, high = 0] = [at, other % rows.length].toSorted((a, b) => a - b)
        fc.pre(low !== high)
        const seqs = rows.map(({ seq }) => seq)
        const swapped = rows.with(low, rowAt(rows, high)).with(high, rowAt(rows, low))
        expect(faultIn(swapped)?.seq).toBeLessThanOrEqual(high + 1)
        const inPlace = swapped.map((each, nth) => ({ ...each, seq: seqs[nth] ?? 0 }))
        expect(faultIn(inPlace)).toEqual({ seq: low + 1, fault: 'changed' })
      }),
    )
  })

  it('shows a tail that is cut off, also where the account was told so', () => {
    fc.assert(
      fc.property(placed, ([rows, at]) => {
        fc.pre(at > 0)
        const cut = rows.slice(0, at)
        const fault = { seq: at + 1, fault: 'cut-off' }
        expect(faultIn(cut, { head: headOf(rows) })).toEqual(fault)
        expect(faultIn(cut, { expect: headOf(rows) })).toEqual(fault)
      }),
    )
  })

  it('shows a chain that was written anew from some entry on', () => {
    fc.assert(
      fc.property(placed, ([rows, at]) => {
        const head = at === 0 ? { seq: 0, hash: beforeFirst } : headOf(rows.slice(0, at))
        const rest = rows.slice(at).map((row) => ({ ...row, at: '2026-11-25T09:00:00.000Z' }))
        const forged = [...rows.slice(0, at), ...chained(head, rest)]
        expect(faultIn(forged)).toBeNull()
        const fault = { seq: rows.length, fault: 'rewritten' }
        expect(faultIn(forged, { head: headOf(rows) })).toEqual(fault)
        expect(faultIn(forged, { expect: headOf(rows) })).toEqual(fault)
      }),
    )
  })

  it('shows an entry behind the end that the account knows', () => {
    fc.assert(
      fc.property(chain, (rows) => {
        const fault = { seq: rows.length, fault: 'unexpected' }
        expect(faultIn(rows, { head: headOf(rows.slice(0, -1)) })).toEqual(fault)
      }),
    )
  })
})

function faultIn(
  rows: readonly AuditRow[],
  { head = headOf(rows), expect: expected = null }: { head?: Head; expect?: Head | null } = {},
) {
  const check = checkChain(accountId, expected)
  for (const row of rows) {
    const fault = check.next(row)
    if (fault !== null) return fault
  }
  return check.end(head)
}

type Head = ReturnType<typeof headOf>

function headOf(rows: readonly AuditRow[]) {
  const { seq, hash } = rowAt(rows, rows.length - 1)
  return { seq, hash }
}

function rowAt(rows: readonly AuditRow[], index: number): AuditRow {
  const row = rows[index]
  if (row === undefined) throw new Error(`no row ${index}`)
  return row
}
