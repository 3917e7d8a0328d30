import { describe, expect, it } from 'vitest'
import { defaultCardProfile } from '../../core/card-profile.ts'
import { emptyDirectory } from '../../core/directory.ts'
import { changed, id, person, stateOf } from '../../tests/support/desk-people.ts'
import { createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'

const nothing = { email: null, cardId: null, surfaceId: null, except: null }

describe('hints', () => {
  it('know who is invited and who is a user, whatever the case, but not by accents', () => {
    const desk = createStoreUnderTest()
    const invited = desk.known({ email: 'Élodie@example.com' })
    const hint = (email: string) => desk.people.hints({ ...nothing, email }).email
    expect(hint('élodie@EXAMPLE.com')).toEqual({
      kind: 'invited',
      recordId: invited,
      name: 'Aino Salo',
    })
    expect(hint('elodie@example.com')).toBeNull()
    const state = stateOf(person({ email: 'user@example.com' }), { kind: 'user' })
    const change = { ...changed(id(900), 1, person()), state }
    desk.feed.applyPage({ from: desk.feed.cursor(), next: 'x', changes: [change] })
    expect(hint('user@example.com')).toMatchObject({ kind: 'user' })
  })

  it('know who holds a card, except the one who is being edited and who is deleted', () => {
    const desk = createStoreUnderTest()
    const holder = desk.create({ cardId: '1C78F2BF' })
    const asked = { ...nothing, cardId: '1C78F2BF' }
    expect(desk.people.hints(asked).card).toEqual({
      recordId: holder,
      name: 'Aino Salo',
      role: 'user',
      likeness: 'same',
    })
    expect(desk.people.hints({ ...asked, except: holder }).card).toBeNull()
    desk.delete(holder)
    expect(desk.people.hints(asked).card).toBeNull()
  })

  it.each([
    ['04C43BC21C2680', '80261CC23BC404', 'reversed'],
    ['04C43BC21C2680', '04C43BC2', 'may-be'],
    ['04C43BC21C2680', 'C23BC404', 'may-be'],
    ['04C43BC21C2680', '80261C', 'may-be'],
    ['04C43BC21C2680', '3BC40488', 'may-be'],
    ['8804C43B', '04C43BC21C2680', 'may-be'],
    ['C21C2680', '04C43BC21C2680', 'may-be'],
  ] as const)('take %s, known of a user, for what %s may be', (held, typed, likeness) => {
    const desk = createStoreUnderTest()
    const holder = desk.known({ cardId: held, email: null })
    const hint = desk.people.hints({ ...nothing, cardId: typed }).card
    expect(hint).toMatchObject({ recordId: holder, likeness })
    desk.update(holder, { cardId: 'AABBCCDD' })
    expect(desk.people.hints({ ...nothing, cardId: typed }).card).toBeNull()
  })

  it('name the surest of several, and none where only the form is alike', () => {
    const desk = createStoreUnderTest()
    desk.known({ cardId: '04C43BC2AAAAAA' })
    desk.known({ cardId: 'C23BC404' })
    const surest = desk.create({ cardId: '04C43BC2' })
    const likeness = (cardId: string) => desk.people.hints({ ...nothing, cardId }).card
    expect(likeness('04C43BC2')).toMatchObject({ recordId: surest, likeness: 'same' })
    expect(likeness('04C43BC2BBBBBB')?.likeness).toBe('may-be')
    expect(likeness('04C43B99999999')).toBeNull()
  })
})

describe('a printed number', () => {
  it('is known with whoever has it, and nobody has an empty one', () => {
    const desk = createStoreUnderTest()
    const holder = desk.create({ surfaceId: 'A-0120' })
    desk.create({ surfaceId: '' })
    const hint = (surfaceId: string, except: string | null = null) =>
      desk.people.hints({ ...nothing, surfaceId, except }).surface
    expect(hint('A-0120')).toEqual({ recordId: holder, name: 'Aino Salo' })
    expect(hint('A-0120', holder)).toBeNull()
    expect(hint('')).toBeNull()
    desk.delete(holder)
    expect(hint('A-0120')).toBeNull()
  })
})

describe('organizations', () => {
  it('are those used before that begin so, most used first', () => {
    const desk = createStoreUnderTest()
    for (const organization of ['Älv', 'alpha', 'Beta', 'alpha', 'Alto'])
      desk.create({ organization })
    expect(desk.people.organizations('AL')).toEqual(['alpha', 'Alto'])
    expect(desk.people.organizations('')).toEqual(['alpha', 'Alto', 'Beta', 'Älv'])
  })

  it('are forgotten with their last member', () => {
    const desk = createStoreUnderTest()
    const member = desk.known({ organization: 'Alpha' })
    desk.update(member, { organization: 'Beta' })
    expect(desk.people.organizations('')).toEqual(['Beta'])
    desk.delete(member)
    expect(desk.people.organizations('')).toEqual([])
  })
})

describe('a draft', () => {
  it('is kept until it is taken away', () => {
    const desk = createStoreUnderTest()
    expect(desk.people.draft()).toEqual({ draft: null, aside: [] })
    const draft = {
      opId: id(1),
      email: 'not yet',
      role: null,
      firstName: '',
      lastName: '',
      organization: '',
      additionalInformation: '',
      cardText: '0x',
      decimal: true,
      surfaceId: '',
      regionId: '',
    }
    const kept = { draft, aside: [{ ...draft, opId: id(2) }] }
    desk.people.keepDraft(kept)
    expect(desk.people.draft()).toEqual(kept)
    desk.people.keepDraft({ draft: null, aside: [] })
    expect(desk.people.draft()).toEqual({ draft: null, aside: [] })
    // As it was kept before forms could be set aside.
    const setting = "INSERT INTO setting (name, value) VALUES ('draft', ?)"
    desk.db.write(() => desk.db.prepare<[string]>(setting).run(JSON.stringify(draft)))
    expect(desk.people.draft()).toEqual({ draft, aside: [] })
  })
})

describe('the directory', () => {
  it('is what was pulled last', () => {
    const desk = createStoreUnderTest()
    expect(desk.directory.get()).toEqual(emptyDirectory)
    const cardId = { order: 'reversed', base: 'decimal', width: 10, separator: '' } as const
    const groups = [{ id: id(1), name: 'Night shift' }]
    const cardProfile = { ...defaultCardProfile, cardId }
    const pulled = { ...emptyDirectory, version: 7, groups, cardProfile }
    desk.directory.replace(pulled)
    expect(desk.directory.get()).toEqual(pulled)
  })
})

describe('a record', () => {
  it('tells how its mail fares, and what it may do', () => {
    const desk = createStoreUnderTest()
    const mail = {
      state: 'refused',
      reason: '550 no such user',
      openedAt: null,
      expiresAt: '2026-12-24T00:00:00.000Z',
    } as const
    const change = { ...changed(id(900), 1, person()), state: stateOf(person(), { mail }) }
    desk.feed.applyPage({ from: null, next: 'x', changes: [change] })
    const query = {
      sort: 'name',
      descending: false,
      limit: 10,
      direction: 'forward',
      at: null,
    } as const
    expect(desk.people.pendingPage(query).rows).toMatchObject([{ mail, rights: [], groups: [] }])
  })
})
