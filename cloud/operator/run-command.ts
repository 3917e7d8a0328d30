import { type Failure, type Result, ok } from '../../contracts/result.ts'
import type { Command } from '../command-line.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { erasePerson } from '../person/erase-person.ts'
import { exportPerson } from '../person/export-person.ts'
import { findAccount, listAccounts, setAccount } from './accounts.ts'
import { addAccount } from './add-account.ts'
import { changeDirectory, listDirectory } from './directory.ts'
import { addMember, listMembers, removeMember, setMember } from './members.ts'
import { linkMember, unlinkMember } from './member-identities.ts'
import { endSecondFactor, renewPassword, signOutMember } from './member-sessions.ts'
import { verifyAudit } from './verify-audit.ts'
import { type Named, type OperatorRefusal, operatorSentence } from './sentences.ts'

export type OperatorCommand = Exclude<
  Command,
  { kind: 'serve' | 'help' | 'backup' | 'restore' | 'bounce' }
>

/**
 * Carries out one command on the database, beside a running cloud or without one. The value is what is
 * printed, a line of JSON each; `detail.sentence` of a failure says what is wrong and what to do.
 */
export async function runCommand(
  db: CloudDatabase,
  command: OperatorCommand,
  deps: { readonly now: Date; readonly password: string | null },
): Promise<Result<readonly object[], 'refused'>> {
  const done = await carryOut(db, command, deps)
  return done.ok ? done : refused(done, namesIn(command))
}

async function carryOut(
  db: CloudDatabase,
  command: OperatorCommand,
  { now, password }: { readonly now: Date; readonly password: string | null },
): Promise<Result<readonly object[], OperatorRefusal>> {
  if (command.kind === 'account-list') return ok(await listAccounts(db))
  if (command.kind === 'account-add') {
    const added = await addAccount(db, { ...command, password }, now)
    if (!added.ok) return added
    const { accountId, ...made } = added.value
    return ok([{ accountId, email: command.email, ...made }])
  }
  if (command.kind === 'audit') return verifyAudit(db, command)
  if (command.kind === 'person') {
    const done =
      command.verb === 'erase'
        ? await erasePerson(db, command.of, now)
        : await exportPerson(db, command.of, now)
    return done.ok ? ok([done.value]) : done
  }
  const account = await findAccount(db, command.account)
  if (!account.ok) return account
  const accountId = account.value
  if (command.kind === 'account-set') {
    await setAccount(db, accountId, command, now)
    return ok((await listAccounts(db)).filter(({ id }) => id === accountId))
  }
  if (command.kind === 'directory') {
    const { wish } = command
    if (wish.verb === 'list') return ok(await listDirectory(db, accountId))
    const changed = await changeDirectory(db, accountId, wish, now)
    if (!changed.ok) return changed
    if (wish.verb === 'remove') return ok([{ removed: changed.value.id }])
    const all = await listDirectory(db, accountId)
    return ok(all.filter(({ id }) => id === changed.value.id))
  }
  return carryOutMember(db, accountId, command.wish, { now, password })
}

async function carryOutMember(
  db: CloudDatabase,
  accountId: string,
  wish: Extract<OperatorCommand, { kind: 'member' }>['wish'],
  { now, password }: { readonly now: Date; readonly password: string | null },
): Promise<Result<readonly object[], OperatorRefusal>> {
  const members = () => listMembers(db, accountId)
  if (wish.verb === 'list') return ok(await members())
  if (wish.verb === 'add') {
    const added = await addMember(db, accountId, { ...wish, password }, now)
    return added.ok ? ok([added.value]) : added
  }
  if (wish.verb === 'remove') {
    const removed = await removeMember(db, accountId, wish, now)
    return removed.ok ? ok([{ removed: wish.email }]) : removed
  }
  if (wish.verb === 'password' || wish.verb === 'sign-out') {
    const { email } = wish
    const ended =
      wish.verb === 'password'
        ? await renewPassword(db, accountId, { email, password }, now)
        : await signOutMember(db, accountId, { email }, now)
    return ended.ok ? ok([ended.value]) : ended
  }
  if (wish.verb === 'link' || wish.verb === 'unlink') {
    const linked =
      wish.verb === 'link'
        ? await linkMember(db, accountId, wish, now)
        : await unlinkMember(db, accountId, wish, now)
    return linked.ok ? ok([linked.value]) : linked
  }
  if (wish.verb === 'second-factor-off') {
    const ended = await endSecondFactor(db, accountId, wish, now)
    return ended.ok ? ok([ended.value]) : ended
  }
  const set = await setMember(db, accountId, wish, now)
  if (!set.ok) return set
  const key = wish.email.toLowerCase()
  return ok((await members()).filter(({ email }) => email.toLowerCase() === key))
}

function namesIn(command: OperatorCommand): Named {
  switch (command.kind) {
    case 'account-list':
      return {}
    case 'account-add':
    case 'account-set':
    case 'audit':
      return command
    case 'person':
      return command.of
    case 'member':
    case 'directory':
      return { ...command.wish, account: command.account }
  }
}

function refused(failure: Failure<OperatorRefusal>, names: Named): Failure<'refused'> {
  return { ok: false, code: 'refused', detail: { sentence: operatorSentence(failure, names) } }
}
