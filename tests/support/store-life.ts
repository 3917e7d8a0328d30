import type { PersonFields } from '../../core/person.ts'
import type { Change } from '../../core/record.ts'
import { causeOf } from '../../core/remedy.ts'
import type { Result } from '../../core/outcome.ts'
import type { AcceptedMany, DeskStore, Settlement } from '../../electron/store/desk-store.ts'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { at, changed, id, person, tombstone } from './desk-people.ts'
import { openedDatabase } from './desk-store-under-test.ts'
import { auditStore, createAuditMemory } from './store-audit.ts'
import { type StoreStep as Step, cardStepOf } from './store-step.ts'

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
      case 'taken': {
        const holder = { id: pick(known, recordId.length + minted) ?? id(900), name: '' }
        return { opId, kind: 'parked', problem: { code: 'card.taken', holder } }
      }
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
      case 'move': {
        const fromRecordId = pick(known, step.others) ?? id(901)
        if (fromRecordId === recordId) return
        const [opId, moveId] = [mint(), mint()]
        const cardId = people.fields(fromRecordId)?.cardId ?? '11111111'
        const set = { organization: 'Moved', cardId, surfaceId: '' }
        const move = { opId: moveId, fromRecordId }
        const result = people.acceptUpdate({ opId, recordId, set, at, move })
        accept(opId, result)
        accept(moveId, result)
        if (step.undone) people.undoMove(moveId)
        return
      }
      case 'card-step': {
        const opId = mint()
        const given = cardStepOf(step, people.fields(recordId)?.cardId ?? null)
        accept(opId, people.acceptCardStep({ opId, recordId, step: given, at }))
        if (step.undone) people.undoCardStep(opId)
        return
      }
      case 'move-parked': {
        const row = pick(people.parked(), step.which)
        if (row === undefined) return
        const moveOpId = mint()
        accept(moveOpId, people.moveParked({ opId: row.opId, newOpId: mint(), moveOpId, at }))
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
      case 'decide': {
        const chosen = pick(people.parked(), step.which)
        if (chosen === undefined) return
        const cause = causeOf(chosen.problem)
        const rows = people.parked().filter(({ problem }) => causeOf(problem) === cause)
        const decisions = rows.map(({ opId, fields }) => ({
          opId,
          newOpId: mint(),
          fields: step.giveUp ? null : fields,
          group: step.group ? id(701) : null,
        }))
        const decided = people.decideParked(decisions)
        if (step.giveUp) return
        for (const { newOpId } of decisions) accept(newOpId, decided)
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
