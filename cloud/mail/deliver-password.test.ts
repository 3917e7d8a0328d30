import { expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { queueLoginMail } from '../store/mail-queue.ts'
import { deliverNext } from './deliver.ts'
import type { Delivery, Mail } from './mailer.ts'

async function office(...deliveries: readonly Delivery[]) {
  const { db, now, passSeconds } = await createAccountDatabase()
  const tried: Mail[] = []
  const left = [...deliveries]
  const send = (mail: Mail) => {
    tried.push(mail)
    return Promise.resolve(left.shift() ?? { outcome: 'sent' as const })
  }
  const { email } = await db.selectFrom('person').select('email').executeTakeFirstOrThrow()
  const deps = {
    db,
    now,
    mailer: { send, close() {} },
    registrationUrl: (token: string) => token,
    passwordUrl: (token: string) => `https://site.example/password/${token}`,
    returnAddress: null,
    random: () => 1,
    onFailure: () => {},
  }
  return {
    tried,
    passSeconds,
    ask: (of = email) =>
      queueLoginMail(db, { kind: 'password-link', email: of }, now().toISOString()),
    deliver: () => deliverNext(deps),
    links: () => db.selectFrom('password_link').selectAll().execute(),
    waiting: () => db.selectFrom('mail').selectAll().execute(),
  }
}

const busy: Delivery = { outcome: 'failed', reason: '451 Try later', uncertain: false }

it('leaves no link behind that nobody got, and makes another one for the next attempt', async () => {
  const post = await office(busy, { ...busy, uncertain: true })
  await post.ask()
  await post.deliver()
  expect(await post.links()).toHaveLength(0)
  post.passSeconds(31)
  await post.deliver()
  const [maybe] = await post.links()
  post.passSeconds(61)
  await post.deliver()
  const [sent, ...more] = await post.links()
  expect(more).toEqual([])
  expect(sent?.hash).not.toBe(maybe?.hash)
  expect(await post.waiting()).toEqual([])
  expect(new Set(post.tried.map(({ text }) => text)).size).toBe(3)
})

it('is one mail, however often it was asked for before it went out', async () => {
  const post = await office()
  await post.ask()
  await post.ask()
  expect(await post.deliver()).toBe(true)
  expect(await post.deliver()).toBe(false)
  expect(post.tried).toHaveLength(1)
})

it('is for nobody where nobody has the email, and for nobody who has given up waiting', async () => {
  const post = await office(busy)
  await post.ask('nobody@site.example')
  await post.deliver()
  expect(post.tried).toEqual([])
  await post.ask()
  await post.deliver()
  post.passSeconds(3601)
  expect(await post.deliver()).toBe(true)
  expect(post.tried).toHaveLength(1)
  expect(await post.waiting()).toEqual([])
})
