import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultPreferences } from '../../core/preferences.ts'
import type { PendingQuery } from '../../core/pending-page.ts'
import type { PersonFields } from '../../core/person.ts'
import { addPerson } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'

const folder = temporaryFolder('desk')
let cloud: RunningCloud
let desk: DeskProcess

beforeAll(async () => {
  cloud = await startCloud()
  desk = startDesk({ folder })
  const who = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
  await valueOf(desk.asking.session.signIn(who))
})
afterAll(async () => {
  await desk.stop()
  await cloud.stop()
})

const drained = () => syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
const byName = {
  sort: 'name',
  descending: false,
  limit: 10,
  direction: 'forward',
  at: null,
} as const
const search = (text: string): PendingQuery => ({ ...byName, search: text })
const users = async (text: string) => (await valueOf(desk.asking.people.users(search(text)))).rows

async function accept(fields: Partial<PersonFields>) {
  const sent = await valueOf(desk.asking.people.send({ opId: v7(), fields: person(fields) }))
  return sent.recordId
}
const update = (recordId: string, set: Partial<PersonFields>) =>
  desk.asking.people.update({ opId: v7(), recordId, set })

describe('people at the desk', { timeout: 60_000 }, () => {
  it('without email are users at once, found by their card and changed', async () => {
    const recordId = await accept({ firstName: 'Cardy', cardId: '1C78F2BF', role: 'user' })
    expect(await users('1C78F2BF')).toMatchObject([{ id: recordId, kind: 'user' }])
    expect(await users('477688511')).toMatchObject([{ id: recordId }])
    await drained()
    const query = { email: null, cardId: '1C78F2BF', surfaceId: null, except: null }
    const held = { recordId, name: 'Cardy', role: 'user', likeness: 'same' }
    expect((await valueOf(desk.asking.people.hints(query))).card).toEqual(held)
    const own = { ...query, except: recordId }
    expect((await valueOf(desk.asking.people.hints(own))).card).toBeNull()

    await valueOf(update(recordId, { cardId: '04C43BC21C2680', organization: 'Cards and Co' }))
    await drained()
    expect(await users('Cards and Co')).toMatchObject([
      { id: recordId, cardId: '04C43BC21C2680', delivery: 'sent' },
    ])
    const prefix = 'cards'
    expect(await valueOf(desk.asking.people.organizations({ prefix }))).toEqual(['Cards and Co'])
  })

  it('become invited when they get an email', async () => {
    const recordId = await accept({ firstName: 'Later' })
    await drained()
    const email = `later-${v7()}@site.example`
    await valueOf(update(recordId, { email }))
    await drained()
    await expect
      .poll(async () => (await valueOf(desk.asking.people.pending(search(email)))).rows)
      .toMatchObject([{ id: recordId, kind: 'invitation' }])
  })

  it('are not changed into nobody, nor when they are gone, nor when nothing is different', async () => {
    const recordId = await accept({ firstName: 'Same' })
    await drained()
    expect(await update(recordId, { firstName: '' })).toMatchObject({
      code: 'name-missing',
      field: 'firstName',
    })
    expect(await update(v7(), { firstName: 'X' })).toMatchObject({ code: 'gone' })
    await valueOf(update(recordId, { firstName: 'Same' }))
    expect(await valueOf(desk.asking.sync.status())).toMatchObject({ waiting: 0 })
  })

  it('as an installer sees them are changed and given nothing beyond a card', async () => {
    const view = await valueOf(desk.asking.session.get())
    if (view.state !== 'signed-in') throw new Error(view.state)
    const { id } = view.identity.account
    const { email, password } = await addPerson(cloud.dataDir, id, 'installer')
    const other = startDesk({ folder: temporaryFolder('installer') })
    await valueOf(other.asking.session.signIn({ cloudUrl: cloud.url, email, password }))
    const fields = person({ firstName: 'Enrolled', cardId: 'DEADBEEF' })
    const { recordId } = await valueOf(other.asking.people.send({ opId: v7(), fields }))
    await syncBecomes(other.asking, { channel: 'idle', waiting: 0 })
    const items = () => [{ opId: v7(), recordId }]
    const refused = [{ recordId, name: 'Enrolled', reason: 'role' }]
    const { invitations } = other.asking
    const none = { accepted: 0, refused }
    expect(await valueOf(invitations.remove({ items: items() }))).toEqual(none)
    expect(await valueOf(invitations.resend({ items: items(), email: null }))).toEqual(none)
    const groups = { addGroups: [v7()], addRights: [] }
    expect(await valueOf(invitations.grant({ items: items(), ...groups }))).toEqual(none)
    expect(await valueOf(other.asking.directory.get())).toMatchObject({ groups: [] })
    await other.stop()
  })
})

describe('what the window leaves', { timeout: 60_000 }, () => {
  it('is there again after SIGKILL: the draft of the form and the preferences', async () => {
    const { people, preferences } = desk.asking
    expect(await valueOf(people.draft())).toEqual({ draft: null, aside: [] })
    expect(await valueOf(preferences.get())).toEqual(defaultPreferences)
    const draft = {
      opId: v7(),
      email: 'half@',
      role: null,
      firstName: ' Ha',
      lastName: '',
      organization: '',
      additionalInformation: '',
      regionId: '',
      cardText: '0x1',
      decimal: false,
      surfaceId: '',
    }
    const liked = { ...defaultPreferences, language: 'fi' as const, theme: 'dark' as const }
    const told = new Promise((resolve) => {
      preferences.changed((next) => next.language === 'fi' && resolve(next))
    })
    await valueOf(people.keepDraft({ draft, aside: [draft] }))
    await valueOf(preferences.set(liked))
    expect(await told).toEqual(liked)

    await desk.kill()
    desk = startDesk({ folder })
    await drained()
    expect(await valueOf(desk.asking.people.draft())).toEqual({ draft, aside: [draft] })
    expect(await valueOf(desk.asking.preferences.get())).toEqual(liked)
    await valueOf(desk.asking.people.keepDraft({ draft: null, aside: [] }))
    expect(await valueOf(desk.asking.people.draft())).toEqual({ draft: null, aside: [] })
  })

  it('puts names into the order of the chosen language', async () => {
    for (const firstName of ['Zzorder', 'Äorder', 'Aorder']) await accept({ firstName })
    const named = async () => (await users('order')).map(({ firstName }) => firstName)
    await valueOf(desk.asking.preferences.set({ ...defaultPreferences, language: 'fi' }))
    expect(await named()).toEqual(['Aorder', 'Zzorder', 'Äorder'])
    await valueOf(desk.asking.preferences.set({ ...defaultPreferences, language: 'en' }))
    expect((await named()).at(-1)).toBe('Zzorder')
  })
})
