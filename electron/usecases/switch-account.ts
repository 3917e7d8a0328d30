import { type Result, fail, ok } from '../../contracts/result.ts'
import type { SessionView, StoreRefusal } from '../../core/session.ts'
import { sitDown } from './enter-desk.ts'
import type { Workplace } from './ports.ts'

/** Another account of the same person: another file, the same sign-in. */
export async function switchAccount(
  place: Workplace,
  input: { readonly accountId: string },
): Promise<Result<SessionView, 'signed-out' | 'no-account' | StoreRefusal>> {
  const before = place.room.current()
  if (before === null) return fail('signed-out')
  const read = place.reading(() => place.profile.accounts())
  if (!read.ok) return read
  const accounts = read.value
  const account = accounts.find(({ id }) => id === input.accountId)
  if (account === undefined) return fail('no-account')
  if (account.id === before.identity.account.id) return ok(place.session.view())
  const identity = { ...before.identity, account }
  const carried = place.reading(before.pin.kept)
  const entered = await place.room.enter(identity)
  if (!entered.ok) return entered
  // A person has one PIN, in whichever account they work.
  if (carried.ok && carried.value !== null) entered.value.pin.takeOver(carried.value)
  const handed = await before.handOver()
  const client = handed.client ?? (await place.clientFor(identity.cloudUrl))
  return sitDown(place, entered.value, { identity, accounts, tokens: handed.tokens, client })
}
