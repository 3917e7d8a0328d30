import { describe, expect, it } from 'vitest'
import type { Tokens } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { CloudFailure } from './cloud-client.ts'
import { createTokenKeeper } from './token-keeper.ts'

/** A cloud that takes each refresh token once, answering when told to. */
function setUp(refreshToken: string | null = 'r1') {
  const asked: string[] = []
  const saved: (string | null)[] = []
  const waiting: ((answer: Result<Tokens, CloudFailure>) => void)[] = []
  const keeper = createTokenKeeper({
    client: {
      refresh: ({ body }) => {
        asked.push(body?.refreshToken ?? '')
        return new Promise((resolve) => void waiting.push(resolve))
      },
    },
    refreshToken,
    save: (token) => void saved.push(token),
  })
  const answer = (result: Result<Tokens, CloudFailure>) => waiting.shift()?.(result)
  return { keeper, asked, saved, answer }
}
const tokens = (n: number): Tokens => ({
  accessToken: `a${n}`,
  accessExpiresIn: 900,
  refreshToken: `r${n}`,
})

describe('the token keeper', () => {
  it('refreshes once however many ask, and saves the rotated token', async () => {
    const { keeper, asked, saved, answer } = setUp()
    const both = [keeper.refresh(), keeper.refresh()]
    answer(ok(tokens(2)))
    expect(await Promise.all(both)).toEqual([ok('a2'), ok('a2')])
    expect(asked).toEqual(['r1'])
    expect(saved).toEqual(['r2'])
    expect(await keeper.access()).toBe('a2')
  })

  it('uses the rotated token the next time', async () => {
    const { keeper, asked, answer } = setUp()
    const first = keeper.refresh()
    answer(ok(tokens(2)))
    await first
    const second = keeper.refresh()
    answer(ok(tokens(3)))
    await second
    expect(asked).toEqual(['r1', 'r2'])
  })

  it('keeps its token when the cloud could not be reached', async () => {
    const { keeper, saved, answer } = setUp()
    const refreshed = keeper.refresh()
    answer(fail('network'))
    expect(await refreshed).toMatchObject({ code: 'network' })
    expect(saved).toEqual([])
    expect(keeper.present()).toBe(true)
  })

  it('forgets a token that the cloud no longer takes, and remembers why', async () => {
    const { keeper, saved, answer } = setUp()
    const refreshed = keeper.refresh()
    const ended = fail('token.invalid' as const, { detail: { ended: 'revoked' } })
    answer(ended)
    expect(await refreshed).toEqual(ended)
    expect(saved).toEqual([null])
    expect(keeper.present()).toBe(false)
    expect(await keeper.refresh()).toEqual(ended)
  })

  it('does not bring back a session that was signed out meanwhile', async () => {
    const { keeper, saved, answer } = setUp()
    const refreshed = keeper.refresh()
    keeper.clear()
    answer(ok(tokens(2)))
    expect(await refreshed).toMatchObject({ code: 'token.invalid' })
    expect(saved).toEqual([null])
    expect(await keeper.access()).toBeNull()
  })

  it('prefers a new sign-in to an older refresh', async () => {
    const { keeper, answer } = setUp()
    const refreshed = keeper.refresh()
    keeper.set(tokens(9))
    answer(fail('token.invalid'))
    expect(await refreshed).toEqual(ok('a9'))
    expect(await keeper.access()).toBe('a9')
  })

  it('asks nobody when there is nothing to refresh with', async () => {
    const { keeper, asked } = setUp(null)
    expect(await keeper.refresh()).toMatchObject({ code: 'token.invalid' })
    expect(asked).toEqual([])
  })
})
