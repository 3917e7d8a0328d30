import type { Messages } from './catalogue.ts'
import { audit } from './fi/audit.ts'
import { attention } from './fi/attention.ts'
import { cardMove } from './fi/card-move.ts'
import { card } from './fi/card.ts'
import { deskLog } from './fi/desk-log.ts'
import { desk } from './fi/desk.ts'
import { failures } from './fi/failures.ts'
import { form } from './fi/form.ts'
import { handOver } from './fi/hand-over.ts'
import { invitations } from './fi/invitations.ts'
import { lock } from './fi/lock.ts'
import { password } from './fi/password.ts'
import { pending } from './fi/pending.ts'
import { profile } from './fi/profile.ts'
import { queue } from './fi/queue.ts'
import { reader } from './fi/reader.ts'
import { readers } from './fi/readers.ts'
import { refusals } from './fi/refusals.ts'
import { rights } from './fi/rights.ts'
import { roster } from './fi/roster.ts'
import { scan } from './fi/scan.ts'
import { secondFactor } from './fi/second-factor.ts'
import { shortcuts } from './fi/shortcuts.ts'
import { signIn } from './fi/sign-in.ts'
import { signIns } from './fi/sign-ins.ts'
import { sync } from './fi/sync.ts'
import { unknown } from './fi/unknown.ts'
import { userCards } from './fi/user-cards.ts'
import { users } from './fi/users.ts'
import { wedge } from './fi/wedge.ts'
import { words } from './fi/words.ts'

export const fi = {
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
} satisfies Messages
