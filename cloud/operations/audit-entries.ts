import { type AuditEntry, type Named } from '../audit/audit.ts'
import type { AuditWhat } from '../../core/audit/audit-what.ts'
import type { CardStep } from '../../core/card-step.ts'
import { maskCard } from '../../core/desk-log/masked-card.ts'
import type { Operation } from '../../core/operation.ts'
import { displayName, fieldsOf } from '../store/records.ts'
import { type Before, nameIn } from './log-rows.ts'
import type { OperationContext, Settled } from './operation-context.ts'

/** What the audit tells of one operation that was carried out; of one that was refused, nothing. */
export function auditEntriesOf(
  { actor }: OperationContext,
  operation: Operation,
  settled: Settled,
  before: Before,
): AuditEntry[] {
  if (settled.outcome === 'refused') return []
  const entry = {
    who: { id: actor.personId, name: actor.person },
    desk: actor.desk,
    about: { id: operation.recordId, name: nameIn(operation, settled, before.record) },
  }
  switch (operation.method) {
    case 'create': {
      const { cardId } = operation.fields
      return [{ ...entry, what: 'created', card: masked(cardId) }]
    }
    case 'update': {
      const fields = changedFields(operation.set, before)
      return [{ ...entry, what: 'changed', fields, card: masked(operation.set.cardId) }]
    }
    case 'delete':
      return [{ ...entry, what: 'deleted' }]
    case 'resend':
      return [{ ...entry, what: 'resent', fields: operation.email === null ? [] : ['email'] }]
    case 'grant': {
      const { addGroups, addRights } = operation
      const groups = addGroups.length > 0 ? ['groups'] : []
      const rights = addRights.length > 0 ? ['rights'] : []
      return [{ ...entry, what: 'granted', fields: [...groups, ...rights] }]
    }
    case 'move-card': {
      const card = masked(operation.cardId)
      const giver = giverOf(operation, before)
      const moved = { ...entry, what: 'card-moved', card } as const
      return giver === null
        ? [moved]
        : [moved, { ...entry, what: 'card-given-up', about: giver, card }]
    }
    case 'card':
      return [
        { ...entry, what: stepped[operation.step.action], card: masked(operation.step.cardId) },
      ]
  }
}

const stepped: Readonly<Record<CardStep['action'], AuditWhat>> = {
  block: 'card-blocked',
  unblock: 'card-found',
  replace: 'card-replaced',
  lend: 'card-lent',
  'take-back': 'card-returned',
}

function masked(cardId: string | null | undefined) {
  return cardId === null || cardId === undefined ? null : maskCard(cardId)
}

/** Fields that are not what they were; without a record before, all that were given. */
function changedFields(
  set: Extract<Operation, { method: 'update' }>['set'],
  { record }: Before,
): string[] {
  const was: Readonly<Record<string, unknown>> = record === null ? {} : fieldsOf(record)
  const given = Object.entries(set).filter(([, value]) => value !== undefined)
  return given.filter(([name, value]) => was[name] !== value).map(([name]) => name)
}

/** Nobody, where the card was free by then. */
function giverOf({ fromRecordId }: { fromRecordId: string }, { giver }: Before): Named | null {
  if (giver === null || giver.deleted === 1) return null
  return { id: fromRecordId, name: displayName(giver) }
}
