import { audit } from './en/audit.ts'
import { attention } from './en/attention.ts'
import { cardMove } from './en/card-move.ts'
import { card } from './en/card.ts'
import { deskLog } from './en/desk-log.ts'
import { desk } from './en/desk.ts'
import { failures } from './en/failures.ts'
import { form } from './en/form.ts'
import { handOver } from './en/hand-over.ts'
import { invitations } from './en/invitations.ts'
import { lock } from './en/lock.ts'
import { password } from './en/password.ts'
import { pending } from './en/pending.ts'
import { profile } from './en/profile.ts'
import { queue } from './en/queue.ts'
import { reader } from './en/reader.ts'
import { readers } from './en/readers.ts'
import { refusals } from './en/refusals.ts'
import { rights } from './en/rights.ts'
import { roster } from './en/roster.ts'
import { scan } from './en/scan.ts'
import { secondFactor } from './en/second-factor.ts'
import { shortcuts } from './en/shortcuts.ts'
import { signIn } from './en/sign-in.ts'
import { signIns } from './en/sign-ins.ts'
import { sync } from './en/sync.ts'
import { unknown } from './en/unknown.ts'
import { userCards } from './en/user-cards.ts'
import { users } from './en/users.ts'
import { wedge } from './en/wedge.ts'
import { words } from './en/words.ts'

export const en = {
  attention,
  audit,
  card,
  cardMove,
  desk,
  deskLog,
  failures,
  form,
  handOver,
  invitations,
  lock,
  password,
  pending,
  profile,
  queue,
  reader,
  readers,
  refusals,
  rights,
  roster,
  scan,
  secondFactor,
  shortcuts,
  signIn,
  signIns,
  sync,
  unknown,
  userCards,
  users,
  wedge,
  words,
}
