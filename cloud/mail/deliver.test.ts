import { describe, expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { createOf, deleteOf } from '../../tests/support/cloud-desk.ts'
import { purge } from '../store/purge.ts'
import { changeOf, findRecord } from '../store/records.ts'
import { deliverNext, retryInMs } from './deliver.ts'
import type { Delivery, Mail, Mailer } from './mailer.ts'
import { returnAddressAt } from './return-address.ts'

/** A post office whose line answers as it is told to. */
const returnAddress = returnAddressAt('bounces@desk.example')

async function office(...deliveries: readonly Delivery[]) {
  const account = await createAccountDatabase()
  const tried: Mail[] = []
  const left = [...deliveries]
  const mailer: Mailer = {
    send(mail) {
      tried.push(mail)
      return Promise.resolve(left.shift() ?? { outcome: 'sent' })
    },
    close() {},
  }
  const { db, now } = account
  const registrationUrl = (token: string) => `https://site.example/register/${token}`
  const failures: { readonly attempt: number; readonly sign: string }[] = []
  const onFailure = (facts: { attempt: number; sign: string }) => void failures.push(facts)
  const passwordUrl = (token: string) => `https://site.example/password/${token}`
  const deps = {
    db,
    now,
    mailer,
    registrationUrl,
    passwordUrl,
    returnAddress,
    random: () => 1,
    onFailure,
  }
  const made = createOf({ firstName: 'Pat', email: 'pat@site.example' })
  await account.run(made)
  const find = () => findRecord(db, account.actor.accountId, made.recordId)
  return {
    ...account,
    id: made.recordId,
    tried,
    failures,
    deliver: () => deliverNext(deps),
    async mail() {
      const row = await find()
      return row ? changeOf(row).state?.mail : null
    },
    tokens: () => db.selectFrom('registration_token').selectAll().execute(),
    waiting: () => db.selectFrom('mail').selectAll().execute(),
  }
}

const busy: Delivery = { outcome: 'failed', reason: '451 Try later', uncertain: false }

describe('a mail that could not be sent now', () => {
  it('is tried again later, with longer pauses, until it is sent', async () => {
    const post = await office(busy, busy)
    expect(await post.deliver()).toBe(true)
    expect(await post.deliver()).toBe(false)
    expect(await post.mail()).toMatchObject({ state: 'queued' })
    post.passSeconds(31)
    expect(await post.deliver()).toBe(true)
    post.passSeconds(31)
    expect(await post.deliver()).toBe(false)
    post.passSeconds(31)
    expect(await post.deliver()).toBe(true)
    expect(await post.mail()).toMatchObject({ state: 'sent' })
    expect(post.tried).toHaveLength(3)
    expect(new Set(post.tried.map(({ id }) => id)).size).toBe(1)
    expect(await post.waiting()).toEqual([])
    expect(post.failures).toEqual([
      { attempt: 1, sign: '451' },
      { attempt: 2, sign: '451' },
    ])
  })

  it('leaves no link behind, unless it may have arrived', async () => {
    const post = await office(busy, { ...busy, uncertain: true })
    await post.deliver()
    expect(await post.tokens()).toHaveLength(0)
    post.passSeconds(31)
    await post.deliver()
    expect(await post.tokens()).toHaveLength(1)
  })

  it('is given up with the last reason when its invitation expires', async () => {
    const post = await office(busy)
    await post.deliver()
    post.passDays(15)
    await post.deliver()
    expect(await post.mail()).toMatchObject({ state: 'refused', reason: '451 Try later' })
    expect(await post.waiting()).toEqual([])
  })

  it('waits between 15 seconds and an hour', () => {
    expect(retryInMs(1, () => 0)).toBe(15_000)
    expect(retryInMs(3, () => 1)).toBe(120_000)
    expect(retryInMs(1_000_000, () => 1)).toBe(3_600_000)
  })
})

describe('a mail under way', () => {
  it('is taken up again when whoever took it died', async () => {
    const post = await office()
    const soon = new Date(post.now().getTime() + 300_000).toISOString()
    await post.db.updateTable('mail').set({ claimed_until: soon, attempts: 1 }).execute()
    expect(await post.deliver()).toBe(false)
    post.passSeconds(301)
    expect(await post.deliver()).toBe(true)
    expect(await post.mail()).toMatchObject({ state: 'sent' })
  })

  it('has a link as long as its invitation waits, and half a year longer', async () => {
    const post = await office()
    await post.deliver()
    post.passDays(181)
    await purge(post.db, post.now())
    expect(await post.tokens()).toHaveLength(1)
    const row = await findRecord(post.db, post.actor.accountId, post.id)
    await post.run(deleteOf(post.id, row?.version ?? 0))
    await purge(post.db, post.now())
    expect(await post.tokens()).toHaveLength(0)
  })

  it('says nothing about an invitation that was deleted meanwhile', async () => {
    const post = await office()
    await post.run(deleteOf(post.id, 1))
    expect(await post.deliver()).toBe(false)
    expect(post.tried).toEqual([])
  })
})
