import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { rawAnswer } from '../../tests/contract/raw-answer.ts'
import { httpWith } from '../../tests/support/cloud-http.ts'
import { hashPassword } from '../password.ts'

it('says nothing about a bug but that there is one, and reports it', async () => {
  const { http, bugs } = await httpWith({
    handlers: { health: () => Promise.reject(new Error('secret of Mrs Miller')) },
  })
  const answer = await http.inject('/v1/health')
  expect(answer.headers['content-type']).toMatch('application/problem+json')
  expect(answer.json()).toEqual({
    code: 'internal',
    status: 500,
    title: 'The cloud made a mistake',
  })
  expect(bugs).toHaveLength(1)
})

it('asks to come back later when the disk is full', async () => {
  const full = Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
  const { http } = await httpWith({ handlers: { health: () => Promise.reject(full) } })
  const answer = await http.inject('/v1/health')
  expect(answer.json()).toMatchObject({ code: 'unavailable' })
  expect(answer.headers['retry-after']).toBe('10')
})

it('sends new requests away while it stops', async () => {
  const { http } = await httpWith({ isStopping: () => true })
  const answer = await http.inject('/v1/health')
  expect(answer.json()).toMatchObject({ code: 'unavailable', status: 503 })
  expect(answer.headers.connection).toBe('close')
})

it('slows down a flood at a door without a token', async () => {
  const { http } = await httpWith({})
  const ask = () =>
    http.inject({ method: 'POST', url: '/v1/token', payload: { refreshToken: 'guess' } })
  for (let nth = 0; nth < 300; nth++) expect((await ask()).statusCode).toBe(401)
  const answer = await ask()
  expect(answer.json()).toMatchObject({ code: 'rate-limited', status: 429 })
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
})

it('keeps nobody out whom it knows at their desk, whatever a flood from their address', async () => {
  const { http, db } = await httpWith({})
  const known = { email: 'a@b.example', password: 'correct horse' }
  const password_hash = await hashPassword(known.password)
  await db.updateTable('person').set({ password_hash }).execute()
  const ask = (email: string, id: string, password = 'guess') => {
    const payload = { email, password, desk: { id, name: 'Desk' } }
    return http.inject({ method: 'POST', url: '/v1/sign-in', payload })
  }
  const [own, other] = [randomUUID(), randomUUID()]
  expect((await ask(known.email, own, known.password)).statusCode).toBe(200)
  for (let nth = 0; nth < 300; nth++) await ask('a@x.example', other)
  expect((await ask('b@x.example', other)).json()).toMatchObject({ code: 'rate-limited' })
  expect((await ask(known.email, own, known.password)).statusCode).toBe(200)
})

it('never answers with a response that the contract does not know', async () => {
  const value = JSON.parse('{"service":"something-else"}')
  const { http, bugs } = await httpWith({
    handlers: { health: () => Promise.resolve({ ok: true, value }) },
  })
  expect((await http.inject('/v1/health')).json()).toMatchObject({ code: 'internal' })
  expect(bugs).toHaveLength(1)
})

it('gives up a request that never comes to its end, and says so', async () => {
  const { http } = await httpWith({ patience: { requestMs: 50, lookMs: 20 } })
  const url = await http.listen({ port: 0, host: '127.0.0.1' })
  const begun =
    'POST /v1/token HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
    'Content-Length: 10\r\n\r\n{'
  const answer = await rawAnswer(url, begun)
  expect(answer).toMatchObject({ status: 408, problem: { code: 'schema', field: 'time' } })
  await http.close()
})
