import * as fc from 'fast-check'
import { v7 } from 'uuid'
import { createOf } from '../../support/cloud-desk.ts'
import { freshCard } from '../../support/cloud-log.ts'
import { directoryOf } from '../../support/cloud-invitations.ts'
import { type CloudUnderTest, freshEmail } from '../cloud-under-test.ts'
import { createAsker } from './ask.ts'
import { type Staff, enrolled, signedIn } from './callers.ts'
import { type Call, anyCall } from './calls.ts'
import { judgePolicy } from './policy.ts'
import type { Facts } from './valid.ts'
import { verdict } from './verdict.ts'

/** Calls of one moment, so that they meet; also what is made smaller when one of them fails. */
const together = 8
/** What people may type: cards, a random number among them, emails in two spellings, names, a time, a sign-in. */
const typed = [
  '04112233445566',
  'FA000001',
  '083D775E',
  'fuzz-1@site.example',
  'FUZZ-1@site.example',
  'fuzz-2@site.example',
  'Ääkkönen',
  '08:00',
  'A-1',
  'http://127.0.0.1:49152/signed-in',
  'ThirtyTwoBytesOfNoise-ThirtyTwoBytesOfNoise',
  '0'.repeat(32),
]
/** Well before an access token expires. */
const callsPerSignIn = 2000

/**
 * Calls every endpoint with anything, as everybody. Throws with the smallest call it finds whose answer the
 * contract does not know or the policy does not allow; otherwise how often each answer came.
 */
export async function fuzz(
  cloud: CloudUnderTest,
  wish: { readonly calls: number; readonly seed: number },
): Promise<ReadonlyMap<string, number>> {
  const answers = new Map<string, number>()
  const asker = createAsker(cloud.url, cloud.own)
  const staff = await enrolled(cloud)
  try {
    for (let done = 0; done < wish.calls; done += callsPerSignIn) {
      const calls = Math.min(callsPerSignIn, wish.calls - done)
      await round(cloud, staff, asker, { calls, seed: wish.seed + done }, answers)
    }
  } finally {
    asker.stop()
  }
  return answers
}

async function round(
  cloud: CloudUnderTest,
  staff: Staff,
  asker: ReturnType<typeof createAsker>,
  { calls, seed }: { readonly calls: number; readonly seed: number },
  answers: Map<string, number>,
) {
  const { desks, headers: headersOf, standing } = await signedIn(cloud, staff)
  const desk = desks['account-admin']
  // Enough that not all of them are deleted at once.
  const people = Array.from({ length: 28 }, (_, nth) =>
    createOf({ firstName: `Fuzz ${nth}`, email: nth % 2 === 0 ? freshEmail() : null }),
  )
  const handedOut = Array.from({ length: 4 }, (_, nth) =>
    createOf({ firstName: `Card ${nth}`, cardId: freshCard() }),
  )
  await desk.send(...people)
  await desks.installer.send(...handedOut)
  const { groups, resources, schedules, version } = await directoryOf(cloud.url, desk)
  const { tokens, accounts } = desk.signedIn
  const facts: Facts = {
    ids: [...people, ...handedOut].map(({ recordId }) => recordId),
    strings: [
      ...people.slice(0, 4).map(({ recordId }) => recordId),
      ...Array.from({ length: 4 }, () => v7()),
      ...[...groups, ...resources, ...schedules].slice(0, 6).map(({ id }) => id),
      ...typed,
      // Elsewhere it would keep us out ourselves.
      ...(cloud.own ? [cloud.admin.email, cloud.admin.password] : []),
      tokens.refreshToken,
      (await desk.changes()).next,
    ],
    integers: [0, 1, 2, 3, version],
  }
  const own = accounts[0]?.id ?? ''
  const foreign = await cloud.foreignAccount()

  async function judge({ name, caller, ...call }: Call) {
    const headers = { ...headersOf[caller], ...call.headers }
    const answer = await asker.ask({ ...call, headers })
    judgePolicy({ name, ...call }, standing[caller], own, answer)
    for (const each of verdict(name, call, answer)) {
      const key = `${name}: ${each}`
      answers.set(key, (answers.get(key) ?? 0) + 1)
    }
  }

  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCall(facts, { own, foreign }), { minLength: together, maxLength: together }),
      async (all) => void (await Promise.all(all.map(judge))),
    ),
    { numRuns: Math.ceil(calls / together), seed },
  )
}
