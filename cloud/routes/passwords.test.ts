import { expect, it, vi } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { passwordHandlers } from './passwords.ts'

async function asking() {
  const account = await createAccountDatabase()
  const mailQueued = vi.fn<() => void>()
  const prove = () => Promise.reject(new Error('nobody proves anything here'))
  const { forgotPassword } = passwordHandlers(account.db, { now: account.now, prove, mailQueued })
  const { email } = await account.db.selectFrom('person').select('email').executeTakeFirstOrThrow()
  const ask = (of: string, address = '192.0.2.1') =>
    forgotPassword({
      params: undefined,
      query: undefined,
      body: { email: of },
      session: null,
      address,
    })
  return { ...account, email, mailQueued, ask }
}

it('does the same for an email that nobody has, and nothing more before the answer', async () => {
  const { db, email, mailQueued, ask } = await asking()
  const answers = [await ask(email), await ask('nobody@site.example')]
  expect(answers).toEqual([
    { ok: true, value: { asked: true } },
    { ok: true, value: { asked: true } },
  ])
  const [known, unknown] = await db.selectFrom('mail').selectAll().orderBy('queued_at').execute()
  expect({ ...unknown, id: '', email: '' }).toEqual({ ...known, id: '', email: '' })
  expect(await db.selectFrom('password_link').selectAll().execute()).toEqual([])
  await vi.waitFor(() => expect(mailQueued).toHaveBeenCalledTimes(2))
})

it('hears thirty questions an hour from one address, and others from elsewhere', async () => {
  const { ask, passSeconds } = await asking()
  for (let nth = 0; nth < 30; nth += 1) {
    expect(await ask(`p${nth}@site.example`)).toMatchObject({ ok: true })
  }
  const late = await ask('late@site.example')
  expect(late).toEqual({
    ok: false,
    code: 'rate-limited',
    detail: { retryAfterSeconds: 3600 },
  })
  expect(await ask('late@site.example', '192.0.2.2')).toMatchObject({ ok: true })
  for (let nth = 0; nth < 30; nth += 1) await ask(`v${nth}@site.example`, `2001:db8::${nth}`)
  expect(await ask('v@site.example', '2001:db8::ffff')).toMatchObject({ code: 'rate-limited' })
  passSeconds(3601)
  expect(await ask('late@site.example')).toMatchObject({ ok: true })
})
