import { beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { fail, ok } from '../../contracts/result.ts'
import { looseCard } from '../../core/scan/scan.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { shownPerson } from '../../tests/support/shown-person.ts'
import { createCardGiver } from './card-giver.ts'
import { forgetUnknown, useUnknown } from './unknown-cards.ts'

const at = '2026-11-23T08:00:00.000Z'
const opId = '019ab000-0000-7000-8000-000000000002'
const card = looseCard.parse({
  uid: '1C78F2BF',
  label: null,
  source: 'unknown',
  atr: '',
  readBy: 'reader',
  reader: 'Left',
  firstSeenAt: at,
  lastSeenAt: at,
  taps: 1,
})
const aino = shownPerson({ cardId: '04C43BC21C2680' })

/** What the desk answers; `early`: Undo comes before anything is sent. */
function giverAt(desk: {
  readonly label?: string
  readonly held?: boolean
  readonly early?: boolean
}) {
  const { label = null, held = false, early = true } = desk
  const double = createAppDouble(ipc, {
    directory: { labelFor: () => ok(label) },
    scan: { forget: () => ok(), restore: () => ok({ restored: early }) },
    userCards: {
      change: ({ recordId }) => (held ? fail('card-held') : ok({ recordId })),
      undo: () => ok({ undone: early }),
    },
  })
  const giver = createCardGiver({
    app: double.app,
    pause: () => Promise.resolve(),
    newId: () => opId,
  })
  return { giver, asked: double.asked }
}

const done = () => useUnknown.getState().done

beforeEach(forgetUnknown)

describe('a card that nobody has', () => {
  it('takes the place of the card that somebody has, with what is written on it', async () => {
    const { giver, asked } = giverAt({ label: 'A-0017' })
    expect(await giver.give(card, aino, 'Aino')).toBeNull()
    const step = { action: 'replace', cardId: card.uid, surfaceId: 'A-0017', replaces: aino.cardId }
    expect(asked.at(-1)).toEqual({
      path: 'userCards.change',
      input: { opId, recordId: aino.id, step },
    })
    expect(done()).toEqual({ kind: 'given', card, name: 'Aino', opId })
  })

  it('is given to nobody where the desk refuses it, and the reason is told', async () => {
    const { giver } = giverAt({ held: true })
    expect(await giver.give(card, aino, 'Aino')).toMatchObject({ code: 'card-held' })
    expect(done()).toBeNull()
  })

  it.each([
    [true, 'undone'],
    [false, 'too-late'],
  ])('is back when it is taken back early enough: %s', async (early, told) => {
    const { giver, asked } = giverAt({ early })
    await giver.undo({ kind: 'given', card, name: 'Aino', opId })
    expect(asked.at(-1)).toEqual({ path: 'userCards.undo', input: { opId } })
    expect(done()).toEqual({ kind: told, card })
    await giver.undo({ kind: 'removed', card })
    expect(asked.at(-1)).toEqual({ path: 'scan.restore', input: { uid: card.uid } })
    expect(done()).toEqual({ kind: told, card })
  })

  it('is removed at once', async () => {
    const { giver } = giverAt({})
    expect(await giver.remove(card)).toBeNull()
    expect(done()).toEqual({ kind: 'removed', card })
  })
})
