import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { insertPerson } from './people.ts'
import { purge } from './purge.ts'
import { createSignInLimits } from './sign-in-limits.ts'

type Try = { readonly who?: string; readonly desk?: string; readonly from?: string }

/** People who try to sign in, each known by their first letters, on a clock that stands still. */
async function trying() {
  const { db, now, passSeconds } = await createAccountDatabase()
  const ids = new Map([
    ['ann', randomUUID()],
    ['bo', randomUUID()],
  ])
  for (const [name, id] of ids) {
    const person = { id, email: `${name}@x.example`, name, passwordHash: 'none' }
    await insertPerson(db, person, now().toISOString())
  }
  const clouds = [createSignInLimits(db, now), createSignInLimits(db, now)]
  let turn = 0
  /** At one cloud after the other: nothing is known to one of them alone. */
  const limits = () => clouds[turn++ % clouds.length] ?? createSignInLimits(db, now)
  const attemptOf = ({ who = 'ann', desk = randomUUID(), from = '192.0.2.1' }: Try) => ({
    email: ` ${who.toUpperCase()}@x.example`,
    personId: ids.get(who) ?? null,
    deskId: desk,
    address: from,
  })
  const answer = async (made: Try, verdict: 'right' | 'wrong' | 'open') => {
    const judged = await limits().settle(attemptOf(made), async () =>
      verdict === 'right' ? { verdict } : { verdict, code: verdict },
    )
    return judged.ok ? 'in' : judged.code
  }
  return {
    db,
    now,
    passSeconds,
    wait: (made: Try = {}) => limits().wait(attemptOf(made)),
    right: (made: Try = {}) => answer(made, 'right'),
    open: (made: Try = {}) => answer(made, 'open'),
    wrong: async (made: Try = {}, times = 1) => {
      for (let nth = 0; nth < times; nth++) expect(await answer(made, 'wrong')).toBe('wrong')
    },
    guess: (made: Try) => answer(made, 'wrong'),
  }
}

const minutes = (count: number) => count * 60

it('lets ten mistakes pass, and then makes each further try wait twice as long, up to 15 minutes', async () => {
  const { wait, wrong, right, passSeconds } = await trying()
  await wrong({}, 10)
  for (const wanted of [1, 2, 4, 8, 15, 15]) {
    expect(await wait()).toBe(minutes(wanted))
    expect(await right()).toBe('rate-limited')
    passSeconds(minutes(wanted))
    expect(await wait()).toBe(0)
    await wrong()
  }
})

it('is over with the right password, and a day after the last mistake', async () => {
  const { wait, wrong, right, passSeconds } = await trying()
  await wrong({}, 9)
  expect(await right()).toBe('in')
  await wrong({}, 10)
  expect(await wait()).toBe(minutes(1))
  passSeconds(86_400)
  await wrong({}, 9)
  expect(await wait()).toBe(0)
})

it('counts neither for nor against whoever has only given the password yet', async () => {
  const { db, wait, wrong, open } = await trying()
  expect(await open()).toBe('open')
  expect(await db.selectFrom('sign_in_failure').selectAll().execute()).toEqual([])
  await wrong({}, 9)
  expect(await open()).toBe('open')
  await wrong()
  expect(await wait()).toBe(minutes(1))
})

it('never keeps anybody else at the same address out', async () => {
  const { wrong, right, guess, passSeconds } = await trying()
  await wrong({ who: 'ann' }, 10)
  for (let hours = 0; hours < 30; hours++) {
    passSeconds(minutes(60))
    await guess({ who: 'ann' })
  }
  expect(await guess({ who: 'ann' })).toBe('rate-limited')
  expect(await right({ who: 'bo' })).toBe('in')
})

it('lets somebody under attack from elsewhere in where they have signed in before', async () => {
  const { wait, right, guess } = await trying()
  await right({ desk: 'd1', from: '192.0.2.1' })
  for (let from = 1; from <= 40; from++) await guess({ from: `198.51.100.${from}` })
  expect(await wait({ from: '203.0.113.9' })).toBe(minutes(1))
  expect(await right({ from: '203.0.113.9' })).toBe('rate-limited')
  expect(await right({ from: '192.0.2.1' })).toBe('in')
  // A laptop that is away, at an address that nobody knows.
  expect(await right({ desk: 'd1', from: '203.0.113.9' })).toBe('in')
  expect(await right({ from: '203.0.113.9' })).toBe('in')
})

it('lets them in at their own desk while somebody at the same address guesses', async () => {
  const { right, guess } = await trying()
  await right({ desk: 'd1' })
  for (let nth = 0; nth < 12; nth++) await guess({ desk: `guessing ${nth}` })
  expect(await right({ desk: 'other' })).toBe('rate-limited')
  expect(await right({ desk: 'd1' })).toBe('in')
})

it('makes guesses from many addresses wait up to an hour, from all of them together', async () => {
  const { wait, wrong, guess, passSeconds } = await trying()
  for (let from = 1; from <= 20; from++) await wrong({ from: `198.51.100.${from}` })
  expect(await guess({ from: '198.51.100.99' })).toBe('rate-limited')
  for (const wanted of [1, 2, 4, 8, 16, 32, 60, 60]) {
    const from = `203.0.113.${wanted}`
    expect(await wait({ from })).toBe(minutes(wanted))
    passSeconds(minutes(wanted))
    await wrong({ from })
  }
})

it('slows an address down from which many people are tried, for who has never signed in there', async () => {
  const { wait, wrong, right, passSeconds } = await trying()
  await right({ who: 'ann' })
  for (let nth = 0; nth < 20; nth++) {
    await wrong({ who: `stranger ${nth}` })
    passSeconds(1)
  }
  expect(await wait({ who: 'bo' })).toBe(minutes(60) - 20)
  expect(await right({ who: 'bo' })).toBe('rate-limited')
  expect(await right({ who: 'ann' })).toBe('in')
  expect(await right({ who: 'bo', from: '192.0.2.2' })).toBe('in')
  passSeconds(minutes(60) - 20)
  expect(await wait({ who: 'new' })).toBe(0)
})

it('does not count people who mistyped and then got in', async () => {
  const { wrong, right, wait } = await trying()
  for (let nth = 0; nth < 30; nth++) {
    await wrong({ who: `colleague ${nth}` }, 3)
    expect(await right({ who: `colleague ${nth}` })).toBe('in')
  }
  expect(await wait({ who: 'bo' })).toBe(0)
})

it('answers no more guesses of one moment than the limit says', async () => {
  const { guess } = await trying()
  const answers = await Promise.all(Array.from({ length: 30 }, () => guess({})))
  expect(answers.filter((answer) => answer === 'wrong')).toHaveLength(10)
  const people = Array.from({ length: 30 }, (_, nth) =>
    guess({ who: `p${nth}`, from: '192.0.2.9' }),
  )
  expect((await Promise.all(people)).filter((answer) => answer === 'wrong')).toHaveLength(20)
})

it('takes all addresses of a household for one', async () => {
  const { wrong, wait } = await trying()
  for (let nth = 1; nth <= 10; nth++) await wrong({ from: `2001:db8:1:2::${nth}` })
  expect(await wait({ from: '2001:db8:1:2:aaaa::1' })).toBe(minutes(1))
})

it('keeps neither names nor addresses, and nothing once it is over', async () => {
  const { db, now, wrong, right, passSeconds } = await trying()
  await right({ desk: 'desk one' })
  await wrong({}, 3)
  const kept = async () => [
    ...(await db.selectFrom('sign_in_failure').selectAll().execute()),
    ...(await db.selectFrom('known_place').selectAll().execute()),
  ]
  expect(await kept()).toHaveLength(3)
  expect(JSON.stringify(await kept())).not.toMatch(/x\.example|192\.0|desk one/)
  passSeconds(86_401)
  await purge(db, now())
  expect(await kept()).toHaveLength(2)
  passSeconds(180 * 86_400)
  await purge(db, now())
  expect(await kept()).toEqual([])
})
