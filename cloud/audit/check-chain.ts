import type { AuditHead, AuditRow } from '../store/audit.ts'
import { sha256 } from '../tokens.ts'
import { beforeFirst, hashOf } from './chain.ts'

/**
 * What is wrong with a chain, and at which place first.
 *
 * - `missing`: there is no entry at this place, but later ones
 * - `out-of-order`: an entry stands behind one that it should stand before, or twice
 * - `changed`: the entry's facts or its hash are not those that were chained
 * - `text-changed`: a name is not the one whose digest was chained
 * - `cut-off`: the chain ends before this place, which was taken
 * - `unexpected`: there is an entry behind the chain's end
 * - `rewritten`: whole in itself, but not the chain that had this hash here
 */
export type ChainFault = {
  readonly seq: number
  readonly fault:
    'missing' | 'out-of-order' | 'changed' | 'text-changed' | 'cut-off' | 'unexpected' | 'rewritten'
}

export type ChainCheck = {
  /** The entries one by one, in the order of their places; null while all is well. */
  next(row: AuditRow): ChainFault | null
  /** After the last one. `head`: what the account keeps of the chain's end. */
  end(head: AuditHead): ChainFault | null
  /** Entries looked at, and those of whose names some are erased. */
  readonly seen: { readonly entries: number; readonly erased: number }
}

/** `expect`: an end that was kept outside of the database; the chain must still go through it. */
export function checkChain(accountId: string, expect: AuditHead | null): ChainCheck {
  let at: AuditHead = { seq: 0, hash: beforeFirst }
  let erased = 0
  return {
    next(row) {
      const seq = at.seq + 1
      if (row.seq > seq) return { seq, fault: 'missing' }
      if (row.seq < seq) return { seq: row.seq, fault: 'out-of-order' }
      const { hash } = row
      if (row.account_id !== accountId || hash !== hashOf(at.hash, row)) {
        return { seq, fault: 'changed' }
      }
      const texts = [textState(row.who, row.who_digest), textState(row.about, row.about_digest)]
      if (texts.includes('changed')) return { seq, fault: 'text-changed' }
      if (texts.includes('erased')) erased += 1
      at = { seq, hash }
      return expect?.seq === seq && expect.hash !== hash ? { seq, fault: 'rewritten' } : null
    },

    end(head) {
      if (at.seq > head.seq) return { seq: head.seq + 1, fault: 'unexpected' }
      if (at.seq < Math.max(head.seq, expect?.seq ?? 0))
        return { seq: at.seq + 1, fault: 'cut-off' }
      return at.hash === head.hash ? null : { seq: at.seq, fault: 'rewritten' }
    },

    get seen() {
      return { entries: at.seq, erased }
    },
  }
}

function textState(sealed: string | null, digest: string | null): 'kept' | 'erased' | 'changed' {
  if (sealed === null) return digest === null ? 'kept' : 'erased'
  return sha256(sealed) === digest ? 'kept' : 'changed'
}
