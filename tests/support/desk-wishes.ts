import type { CardStep } from '../../core/card-step.ts'
import type { PersonFields } from '../../core/person.ts'
import type { DeskStore } from '../../electron/store/desk-store.ts'
import type { Holds } from '../../electron/sync/holds.ts'
import type { Randomness } from './randomness.ts'
import { idOfGroup } from './simulated-cloud.ts'
import type { Seen, Wishes } from './wishes.ts'

export type Wishing = { readonly [Kind in (typeof wishKinds)[number]]: () => void }

/** What a person at a desk may do. */
export const wishKinds = [
  'create',
  'change',
  'change-card',
  'delete',
  'delete-held',
  'move-card',
  'undo-move',
  'card-step',
  'undo',
  'grant',
  'resend',
  'decide',
] as const

const fewCards = ['1C78F2BF', '04C43BC21C2680', 'E004010203040506', '5AA1B2C3', 'DEADBEEF'] as const
const undoMs = 10_000

/** Each wish picks by dice among what there is at that moment. Throws what the store throws. */
export function createWishing(deps: {
  readonly store: () => DeskStore
  readonly holds: () => Holds
  readonly dice: Randomness
  readonly wallTime: () => string
  /** Before an op id is given to the store: it may die and yet have kept it. */
  readonly offered: (opId: string) => void
  readonly seen: (recordId: string) => Seen
  /** What people have in their hands. */
  readonly cards?: readonly [string, ...string[]]
  /** How likely it is that somebody new has an email. */
  readonly emails?: number
  /** Somebody whom another desk made. */
  readonly stranger?: () => string | undefined
}): { readonly wishes: Wishes; readonly wishing: Wishing } {
  const { dice, wallTime, offered, cards = fewCards, emails = 0.6 } = deps
  const people = () => deps.store().people
  const wishes: Wishes = {
    accepted: new Set(),
    deletedKnowingly: new Set(),
    undone: new Set(),
    givenUp: new Set(),
    givenBack: new Set(),
    saw: new Map(),
  }
  const known: string[] = []
  const deletions: string[] = []
  const moves: { readonly opId: string; readonly cardId: string | null }[] = []
  let counter = 0

  /** Rises with every wish, so that the cloud's history shows the order in which they were made. */
  const mark = () => String((counter += 1)).padStart(6, '0')
  const card = () => (dice.chance(0.6) ? dice.pick(cards) : null)
  const mint = () => {
    const opId = dice.uuid()
    offered(opId)
    return opId
  }

  function someone(): string | null {
    const recordId =
      (deps.stranger && dice.chance(0.3) ? deps.stranger() : null) ?? dice.pick(known)
    return recordId === undefined || people().fields(recordId) === null ? null : recordId
  }

  function some() {
    const ids = new Set(Array.from({ length: 1 + dice.below(3) }, someone))
    return [...ids].flatMap((recordId) => (recordId === null ? [] : [{ opId: mint(), recordId }]))
  }

  function noteDeletions(recordIds: readonly string[]) {
    for (const { recordId, registered } of people().standing(recordIds)) {
      if (registered) wishes.deletedKnowingly.add(recordId)
    }
  }

  function change(set: object): void {
    // Also of somebody who is not there any more: then it must not be called saved.
    const recordId = dice.chance(0.1) ? dice.pick(known) : someone()
    if (recordId === undefined || recordId === null) return
    const opId = mint()
    const all = { ...set, additionalInformation: mark() }
    wishes.saw.set(opId, deps.seen(recordId))
    const result = people().acceptUpdate({ opId, recordId, at: wallTime(), set: all })
    if (result.ok) wishes.accepted.add(opId)
  }

  /** Any step that what the desk shows of somebody allows. */
  function step(recordId: string): CardStep {
    const [held, other] = [people().fields(recordId)?.cardId ?? null, dice.pick(cards) ?? cards[0]]
    const cardId = held ?? other
    return (
      dice.pick<CardStep>([
        { action: 'block', cardId, reason: 'lost' },
        { action: 'unblock', cardId: other },
        { action: 'replace', cardId: other, surfaceId: '', replaces: held },
        { action: 'lend', cardId: other, surfaceId: '', until: '2027-01-01T00:00:00.000Z' },
        { action: 'take-back', cardId: other },
      ]) ?? { action: 'take-back', cardId }
    )
  }

  function moved(opId: string, cardId: string | null): void {
    wishes.accepted.add(opId)
    if (dice.chance(0.5)) deps.holds().hold([opId], undoMs)
    moves.push({ opId, cardId })
  }

  const wishing: Wishing = {
    create() {
      const opId = mint()
      const fields: PersonFields = {
        email: dice.chance(emails) ? `${opId}@example.com` : null,
        role: 'user',
        firstName: `First ${counter}`,
        lastName: 'Last',
        organization: '',
        additionalInformation: mark(),
        cardId: card(),
        surfaceId: '',
        regionId: null,
      }
      known.push(opId)
      // A double click is one wish.
      for (let n = dice.chance(0.2) ? 2 : 1; n > 0; n -= 1) {
        if (people().acceptCreate({ opId, fields, at: wallTime() }).ok) wishes.accepted.add(opId)
      }
    },
    change: () => change({ firstName: `Again ${counter}` }),
    'change-card': () => change({ cardId: card() }),
    delete() {
      const recordId = someone()
      if (recordId === null) return
      noteDeletions([recordId])
      const opId = mint()
      const result = people().acceptDelete({ opId, recordId, at: wallTime() })
      if (!result.ok) return
      wishes.accepted.add(opId)
      deletions.push(opId)
    },
    'delete-held'() {
      const items = some()
      noteDeletions(items.map(({ recordId }) => recordId))
      const result = people().acceptDeletes({ items, at: wallTime() })
      if (!result.ok) return
      const opIds = result.value.accepted.map(({ opId }) => opId)
      for (const opId of opIds) wishes.accepted.add(opId)
      deps.holds().hold(opIds, undoMs)
      deletions.push(...opIds)
    },
    undo() {
      const opId = dice.pick(deletions.slice(-3))
      if (opId === undefined) return
      const result = people().undoDeletes([opId])
      if (!result.ok) return
      deps.holds().release(result.value.undone)
      for (const each of result.value.undone) wishes.undone.add(each)
    },
    /** Also of a card that nobody holds, or somebody else. */
    'move-card'() {
      const [recordId, fromRecordId] = [someone(), dice.pick(known)]
      if (recordId === null || fromRecordId === undefined || recordId === fromRecordId) return
      const cardId = people().fields(fromRecordId)?.cardId ?? card()
      const set = { cardId, surfaceId: '', additionalInformation: mark() }
      const [opId, move] = [mint(), { opId: mint(), fromRecordId }]
      wishes.saw.set(opId, deps.seen(recordId))
      const result = people().acceptUpdate({ opId, recordId, set, at: wallTime(), move })
      if (!result.ok) return
      wishes.accepted.add(opId)
      if (cardId !== null) moved(move.opId, cardId)
    },
    'undo-move'() {
      const move = dice.pick(moves)
      if (move === undefined) return
      const { opId, cardId } = move
      const result = people().undoMove(opId)
      if (!result.ok || !result.value.undone) return
      deps.holds().release([opId])
      wishes.undone.add(opId)
      if (cardId !== null) wishes.givenBack.add(cardId)
    },
    /** Taken back now and then, as long as it is held. */
    'card-step'() {
      const recordId = someone()
      if (recordId === null) return
      const opId = mint()
      const input = { opId, recordId, step: step(recordId), at: wallTime() }
      if (!people().acceptCardStep(input).ok) return
      wishes.accepted.add(opId)
      if (dice.chance(0.7)) return
      const result = people().undoCardStep(opId)
      if (result.ok && result.value.undone) wishes.undone.add(opId)
    },
    grant() {
      const addGroups = [idOfGroup(dice.below(4))]
      const target = { kind: 'resource', id: idOfGroup(9) } as const
      const limits = { from: null, until: null, scheduleId: null }
      const addRights = dice.chance(0.5) ? [{ id: dice.uuid(), target, ...limits }] : []
      const input = { items: some(), addGroups, addRights, at: wallTime() }
      const result = people().acceptGrants(input)
      if (result.ok) for (const { opId } of result.value.accepted) wishes.accepted.add(opId)
    },
    resend() {
      const email = dice.chance(0.3) ? `again-${counter}@example.com` : null
      const result = people().acceptResends({ items: some(), email, at: wallTime() })
      if (result.ok) for (const { opId } of result.value.accepted) wishes.accepted.add(opId)
    },
    decide() {
      const row = dice.pick(people().parked())
      if (row === undefined) return
      if (row.problem.code === 'card.taken' && dice.chance(0.5)) {
        const [newOpId, moveOpId] = [mint(), mint()]
        wishes.saw.set(newOpId, deps.seen(row.recordId))
        const input = { opId: row.opId, newOpId, moveOpId, at: wallTime() }
        if (people().moveParked(input).ok) return moved(moveOpId, row.fields.cardId)
      }
      // What is given up or changed leaves its card with whoever has it in the cloud.
      for (const held of [row.fields.cardId, deps.seen(row.recordId).state['cardId']]) {
        if (typeof held === 'string') wishes.givenBack.add(held)
      }
      const correctable = row.method !== 'delete' && row.problem.code !== 'gone'
      if (!correctable || dice.chance(0.5)) {
        wishes.givenUp.add(row.opId)
        return void people().discardParked(row.opId)
      }
      const newOpId = mint()
      wishes.saw.set(newOpId, deps.seen(row.recordId))
      const fields = { ...row.fields, cardId: null }
      const corrected = people().correctParked({ opId: row.opId, newOpId, fields })
      if (corrected.ok) wishes.accepted.add(newOpId)
    },
  }
  return { wishes, wishing }
}
