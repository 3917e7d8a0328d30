import type { Failure } from '../../contracts/result.ts'
import { shortestPassword } from '../../core/password.ts'
import type { AccountRefusal } from './accounts.ts'
import type { DirectoryRefusal } from './directory.ts'
import type { MemberRefusal } from './members.ts'
import type { PersonRefusal } from '../person/erase-person.ts'

export type OperatorRefusal = AccountRefusal | MemberRefusal | DirectoryRefusal | PersonRefusal

/** What a command names; the sentences repeat it. */
export type Named = {
  readonly account?: string | null
  readonly email?: string
  readonly id?: string
  readonly region?: string | null | undefined
  readonly of?: string
  readonly name?: string
}

/** What happened, what is safe, what to do: for the operator at a terminal. */
export function operatorSentence(
  { code, detail }: Failure<OperatorRefusal>,
  { account, email, id, region, of, name }: Named,
): string {
  const safe = 'Nothing was changed.'
  const n = Number(detail?.['people'])
  const people = n === 1 ? 'One person has' : `${n} people have`
  switch (code) {
    case 'account-none':
      return 'There is no account yet: add one with "npm run cloud -- account add".'
    case 'account-which':
      return `There are several accounts${account ? ` named "${account}"` : ''}. ${safe} Say which one with --account; "account list" tells their ids.`
    case 'account-unknown':
      return `There is no account "${account}" (--account). ${safe} "account list" tells which there are.`
    case 'email':
      return `--email is "${email}"; give an address such as desk@example.com. ${safe}`
    case 'password-short':
      return `The password is shorter than ${shortestPassword} characters. ${safe}`
    case 'region-unknown':
      return `There is no region "${region}" (--region). ${safe} Add it with "directory add region", or see "directory list".`
    case 'region-needed':
      return `A Regional Admin sees nobody without a region (--region). ${safe} Give one; "directory list" tells which there are.`
    case 'member-known':
      return `${email} is a member of the account already. ${safe} Change them with "member set".`
    case 'member-unknown':
      return `${email} is no member of the account (--email). ${safe} "member list" tells who is.`
    case 'identity-known':
      return `This provider calls ${email}, or somebody else here by this subject, something already. ${safe} Undo that first with "member unlink".`
    case 'identity-none':
      return `${email} was never linked to a provider. ${safe}`
    case 'member-invited':
      return `${email} came by invitation and is one of the account's users. ${safe} Delete them at a desk, which ends their sign-in too.`
    case 'person-unknown':
      return `Nothing is kept about ${email ?? `the id ${id}`}. ${safe} Somebody who was deleted at a desk is found by the id of their record (--id), which the audit tells.`
    case 'member-last':
      return `${email ?? id} is the account's last Account Admin. ${safe} Make somebody else one first.`
    case 'second-factor-none':
      return `${email} has no second factor. ${safe}`
    case 'entry-known':
      return `There is a ${of} of this name already. ${safe} Choose another name.`
    case 'entry-unknown':
      return `There is no ${of} "${name}" (--name). ${safe} "directory list" tells which there are.`
    case 'entry-in-use':
      return `${people} the ${of} "${name}". ${safe} Take it from them with --from-everyone.`
    case 'region-limits':
      return `Members of the account are limited to the region "${name}" and would see nobody without it. ${safe} Give them another with "member set" first.`
    case 'schedules-in-use':
      return `${people} rights to "${name}" that follow a schedule. ${safe} Those rights would reach further without it.`
  }
}
