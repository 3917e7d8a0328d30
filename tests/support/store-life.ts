import * as fc from 'fast-check'
import type { PersonFields } from '../../core/person.ts'
import type { Change } from '../../core/record.ts'
import type { Result } from '../../core/outcome.ts'
import type { AcceptedMany, DeskStore, Settlement } from '../../electron/store/desk-store.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { at, changed, id, person, tombstone } from './desk-people.ts'
import { openedDatabase } from './desk-store-under-test.ts'
import { auditStore, createAuditMemory } from './store-audit.ts'

const cards = [null, '11111111', '22222222'] as const
const anyCard = fc.constantFrom(...cards)
const anyText = fc.constantFrom('', 'A', 'B')
/** Picks among what there is at that moment. */
const which = fc.nat({ max: 99 })

/** One thing that may happen to a store; data, so that a failing life shrinks. */
export const storeStep = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), card: anyCard, email: fc.boolean() }),
  fc.record({ kind: fc.constant('update' as const), which, card: anyCard, text: anyText }),
  fc.record({ kind: fc.constant('rename' as const), which, text: anyText }),
  fc.record({ kind: fc.constant('delete' as const), which }),
  fc.record({ kind: fc.constant('grant' as const), which, others: which, group: which }),
  fc.record({ kind: fc.constant('resend' as const), which, email: fc.boolean() }),
  fc.record({
    kind: fc.constant('delete-many' as const),
    which,
    others: which,
    held: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('undo' as const), which }),
  fc.record({ kind: fc.constant('language' as const), nordic: fc.boolean() }),
  fc.record({ kind: fc.constant('claim' as const), items: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    kind: fc.constant('settle' as const),
    which,
    as: fc.constantFrom(
      'applied',
      'retry',
      'parked',
      'gone',
      'vanished',
      'rebased',
      'discarded',
      'registered' as const,
    ),
  }),
  fc.record({
    kind: fc.constant('page' as const),
    which,
    deleted: fc.boolean(),
    late: fc.boolean(),
    text: anyText,
  }),
  fc.record({ kind: fc.constant('correct' as const), which, text: anyText, card: anyCard }),
  fc.record({ kind: fc.constant('discard' as const), which }),
  fc.record({ kind: fc.constant('snapshot' as const), keep: fc.boolean() }),
  fc.record({ kind: fc.constant('restart' as const) }),
)
type Step = typeof storeStep extends fc.Arbitrary<infer T> ? T : never

/** Lives on a real database. `take` returns the promises that are broken after the step. */
export function createStoreLife(path: string) {
  const memory = createAuditMemory()
  const known: string[] = []
  /** Deletions, and those of them that are held back. */
  const deletions: string[] = []
  const held = new Set<string>()
  const inFlight: { opId: string; recordId: string; method: string }[] = []
  const cloud = new Map<string, number>()
  let db = openedDatabase(path)
  let store: DeskStore = createDeskStore(db)
  let minted = 0

  const mint = () => id((minted += 1))
  const next = (recordId: string) => {
    const version = (cloud.get(recordId) ?? 0) + 1
    cloud.set(recordId, version)
    return version
  }
  const accept = (opId: string, result: { ok: boolean }) => {
    if (result.ok) memory.accepted.add(opId)
  }

  const itemsFor = (...recordIds: (string | undefined)[]) =>
    recordIds.filter((each) => each !== undefined).map((recordId) => ({ opId: mint(), recordId }))

  function acceptAll(result: Result<AcceptedMany>) {
    if (!result.ok) return []
    for (const { opId } of result.value.accepted) memory.accepted.add(opId)
    return result.value.accepted
  }

  function settlement(
    { opId, recordId, method }: (typeof inFlight)[number],
    as: Extract<Step, { kind: 'settle' }>['as'],
  ): Settlement {
    const now = (fields: PersonFields): Change => changed(recordId, next(recordId), fields)
    const fields = store.people.fields(recordId) ?? person()
    switch (as) {
      case 'applied': {
        const change = method === 'delete' ? tombstone(recordId, next(recordId)) : now(fields)
        return { opId, kind: 'applied', change }
      }
      case 'retry':
        return { opId, kind: 'retry' }
      case 'parked':
        return { opId, kind: 'parked', problem: { code: 'stale', current: now(person()) } }
      case 'gone':
        return { opId, kind: 'parked', problem: { code: 'gone' } }
      case 'vanished':
        return { opId, kind: 'parked', problem: { code: 'group.gone', group: id(700) } }
      case 'discarded':
        return { opId, kind: 'discarded', reason: 'void', onto: null }
      case 'registered':
        return { opId, kind: 'discarded', reason: 'registered', onto: now(person()) }
      case 'rebased': {
        const newOpId = mint()
        memory.accepted.add(newOpId)
        return { opId, kind: 'rebased', newOpId, onto: now(person()) }
      }
    }
  }

  function act(step: Step): void {
    const { people, outbox, feed } = store
    const recordId = 'which' in step ? (pick(known, step.which) ?? id(900)) : id(900)
    switch (step.kind) {
      case 'create': {
        const opId = mint()
        const email = step.email ? 'a@example.com' : null
        accept(
          opId,
          people.acceptCreate({ opId, fields: person({ email, cardId: step.card }), at }),
        )
        known.push(opId)
        return
      }
      case 'update':
      case 'rename': {
        const opId = mint()
        const card = step.kind === 'update' ? { cardId: step.card } : {}
        const set = { organization: step.text, ...card }
        accept(opId, people.acceptUpdate({ opId, recordId, set, at }))
        return
      }
      case 'delete': {
        const opId = mint()
        accept(opId, people.acceptDelete({ opId, recordId, at }))
        return
      }
      case 'grant': {
        const items = itemsFor(recordId, pick(known, step.others))
        const addGroups = [id(700 + (step.group % 3))]
        acceptAll(people.acceptGrants({ items, addGroups, addRights: [], at }))
        return
      }
      case 'resend': {
        const items = itemsFor(recordId)
        const email = step.email ? 'b@example.com' : null
        acceptAll(people.acceptResends({ items, email, at }))
        return
      }
      case 'delete-many': {
        const items = itemsFor(recordId, pick(known, step.others))
        for (const { opId } of acceptAll(people.acceptDeletes({ items, at }))) {
          deletions.push(opId)
          if (step.held) held.add(opId)
        }
        return
      }
      case 'undo': {
        const opId = pick(deletions, step.which)
        if (opId !== undefined) people.undoDeletes([opId])
        held.delete(opId ?? '')
        return
      }
      case 'language':
        people.setLanguage(step.nordic ? 'nordic' : 'other')
        return
      case 'claim':
        inFlight.push(...outbox.claim({ items: step.items, bytes: 100_000, skip: held }))
        return
      case 'settle': {
        const item = pick(inFlight, step.which)
        if (item === undefined) return
        inFlight.splice(inFlight.indexOf(item), 1)
        outbox.settle([settlement(item, step.as)])
        return
      }
      case 'page': {
        const version = step.late ? 1 : next(recordId)
        const change = step.deleted
          ? tombstone(recordId, version)
          : changed(recordId, version, person({ organization: step.text }))
        feed.applyPage({ from: feed.cursor(), next: String(version), changes: [change] })
        return
      }
      case 'correct':
      case 'discard': {
        const row = pick(people.parked(), step.which)
        if (row === undefined) return
        if (step.kind === 'discard') return void people.discardParked(row.opId)
        const newOpId = mint()
        const fields = { ...row.fields, organization: step.text, cardId: step.card }
        const corrected = people.correctParked({ opId: row.opId, newOpId, fields })
        accept(newOpId, corrected)
        if (corrected.ok) known.push(corrected.value.recordId)
        return
      }
      case 'snapshot': {
        feed.beginSnapshot()
        const kept = step.keep ? known : []
        feed.addToSnapshot(kept.map((each) => changed(each, next(each), person())))
        feed.finishSnapshot('s')
        // What a snapshot left out is forgotten, and may come back as something new.
        for (const each of memory.versions.keys()) {
          if (!kept.includes(each)) memory.versions.delete(each)
        }
        return
      }
      case 'restart':
        if (path !== ':memory:') {
          store.close()
          db = openedDatabase(path)
          store = createDeskStore(db)
        }
        store.outbox.recover()
        inFlight.length = 0
        held.clear()
    }
  }

  return {
    take(step: Step): readonly string[] {
      act(step)
      return auditStore(db, memory)
    },
    close: () => store.close(),
  }
}

const pick = <T>(from: readonly T[], index: number) => from[index % Math.max(1, from.length)]
