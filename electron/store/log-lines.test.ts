import { describe, expect, it } from 'vitest'
import { wholeLog } from '../../tests/support/log-invariants.ts'
import { at, changed, id, person } from '../../tests/support/desk-people.ts'
import {
  accepted,
  appliedItem,
  createStoreUnderTest,
} from '../../tests/support/desk-store-under-test.ts'

const card = '04C43BC21C3A80'
const other = '1C78F2BF'
const reader = 'ACR122U at the door'
const author = { who: 'Ada Admin', deskId: id(99), desk: 'Front desk' }

function desk() {
  const store = createStoreUnderTest()
  store.log.setAuthor(author)
  const rows = () => store.log.all(wholeLog)
  return {
    ...store,
    rows,
    words: () =>
      rows().map(({ what, card: masked, instead, refusal, here }) =>
        [what, masked, instead, refusal, here ? 'here' : null].filter(Boolean).join(' '),
      ),
    enrol: (opId: string) =>
      accepted(store.people.acceptCreate({ opId, fields: person({ cardId: card }), at, reader })),
    known: (given: Parameters<typeof store.known>[0]) => store.known(given),
    only: () => store.only(),
    /** Sends what can be sent now, and takes it for done. */
    apply: (version = 1) =>
      store.settle(...store.claim().map((item) => appliedItem(item, store, version))),
  }
}

describe('the desk log of what waits here', () => {
  it('tells in one step with the operation who did what with whose card, where and when', () => {
    const { enrol, rows } = desk()
    enrol(id(1))
    expect(rows()).toEqual([
      {
        ...author,
        opId: id(1),
        nth: 0,
        at,
        reader,
        what: 'enrolled',
        person: 'Aino Salo',
        from: null,
        card: '••••3A80',
        instead: null,
        refusal: null,
        here: true,
      },
    ])
  })

  it('tells of moves with the former holder, and of every step with a card', () => {
    const { enrol, known, people, words, rows } = desk()
    enrol(id(101))
    const to = known({ firstName: 'Bo', cardId: other })
    const move = { opId: id(2), fromRecordId: id(101) }
    const set = { cardId: card, surfaceId: '' }
    accepted(people.acceptUpdate({ opId: id(3), recordId: to, set, at, move, reader }))
    const block = { action: 'block', cardId: card, reason: 'lost' } as const
    accepted(people.acceptCardStep({ opId: id(4), recordId: to, step: block, at }))
    expect(words().toSorted()).toEqual([
      'blocked ••••3A80 here',
      'enrolled ••••3A80 here',
      'moved ••••3A80 ••••F2BF here',
    ])
    expect(rows().find(({ what }) => what === 'moved')).toMatchObject({
      person: 'Bo Salo',
      from: 'Aino Salo',
      reader,
    })
  })

  it('goes with an operation that is undone before it was sent', () => {
    const { enrol, known, people, words } = desk()
    enrol(id(1))
    const to = known({ firstName: 'Bo' })
    const step = { action: 'lend', cardId: other, surfaceId: '', until: '2099-01-01T00:00:00Z' }
    accepted(
      people.acceptCardStep({ opId: id(2), recordId: to, at, step: { ...step, action: 'lend' } }),
    )
    expect(words()).toHaveLength(2)
    people.undoCardStep(id(2))
    expect(words()).toEqual(['enrolled ••••3A80 here'])
  })

  it('goes with a person who was deleted before anybody heard of them', () => {
    const { enrol, people, words } = desk()
    enrol(id(1))
    accepted(people.acceptDelete({ opId: id(2), recordId: id(1), at }))
    expect(words()).toHaveLength(2)
    people.cancelUnsent(new Set())
    expect(words()).toEqual([])
  })

  it('says of a correction before sending what is sent, with its own time and reader', () => {
    const { enrol, people, rows } = desk()
    enrol(id(1))
    const later = '2026-11-23T10:00:00.000Z'
    const set = { cardId: other }
    accepted(people.acceptUpdate({ opId: id(2), recordId: id(1), set, at: later }))
    expect(rows()).toMatchObject([
      { opId: id(1), what: 'enrolled', card: '••••F2BF', at: later, reader: null },
    ])
    const name = { lastName: 'Virta' }
    accepted(people.acceptUpdate({ opId: id(3), recordId: id(1), set: name, at }))
    expect(rows()).toMatchObject([{ person: 'Aino Virta', at: later }])
  })

  it('is no longer only here once the cloud has carried it out, and says why it has not', () => {
    const { enrol, log, claim, settle, apply, words, rows } = desk()
    log.setKeeping('shown')
    enrol(id(1))
    apply()
    expect(words()).toEqual(['enrolled ••••3A80'])
    enrol(id(2))
    claim()
    const holder = { id: id(1), name: 'Aino Salo' }
    settle({ opId: id(2), kind: 'parked', problem: { code: 'card.taken', holder } })
    expect(rows().find(({ opId }) => opId === id(2))).toMatchObject({
      refusal: 'card.taken',
      here: false,
    })
  })

  it('keeps a refusal beside what a person makes of it', () => {
    const { enrol, log, claim, settle, people, words } = desk()
    log.setKeeping('shown')
    enrol(id(1))
    claim()
    const holder = { id: id(9), name: 'Bo' }
    settle({ opId: id(1), kind: 'parked', problem: { code: 'card.taken', holder } })
    const fields = person({ cardId: other })
    accepted(people.correctParked({ opId: id(1), newOpId: id(2), fields }))
    expect(words().toSorted()).toEqual(['enrolled ••••3A80 card.taken', 'enrolled ••••F2BF here'])
  })

  it('follows an operation that goes again under another key', () => {
    const { known, people, claim, settle, rows } = desk()
    const to = known({ firstName: 'Bo' })
    accepted(people.acceptUpdate({ opId: id(1), recordId: to, set: { cardId: card }, at, reader }))
    claim()
    const onto = changed(to, 2, person({ firstName: 'Bo', organization: 'Harbour' }))
    settle({ opId: id(1), kind: 'rebased', newOpId: id(2), onto })
    expect(rows()).toMatchObject([{ opId: id(2), what: 'enrolled', at, reader, here: true }])
  })

  it('is nothing for whoever may not read it, once it is in the cloud', () => {
    const { enrol, log, apply, words } = desk()
    log.setKeeping('hidden')
    enrol(id(1))
    expect(words()).toHaveLength(1)
    apply()
    expect(words()).toEqual([])
  })
})

describe('what travels beside an operation', () => {
  const itemOf = (body: string | undefined): unknown => JSON.parse(body ?? 'null')

  it('is time and reader, but only to a cloud that keeps a log', () => {
    const { enrol, log, claim } = desk()
    enrol(id(1))
    log.setKeeping('hidden')
    expect(itemOf(claim()[0]?.body)).toMatchObject({ opId: id(1), context: { at, reader } })
    const old = desk()
    old.enrol(id(1))
    expect(itemOf(old.only().body)).not.toHaveProperty('context')
  })

  it('is nothing where no card is concerned', () => {
    const { people, log, only } = desk()
    log.setKeeping('shown')
    accepted(people.acceptCreate({ opId: id(1), fields: person(), at }))
    expect(itemOf(only().body)).not.toHaveProperty('context')
  })

  it('stays as it was when it is sent again, whatever the cloud has said meanwhile', () => {
    const { enrol, log, only, settle } = desk()
    enrol(id(1))
    const { body } = only()
    settle({ opId: id(1), kind: 'retry' })
    log.setKeeping('shown')
    expect(only().body).toBe(body)
  })
})
