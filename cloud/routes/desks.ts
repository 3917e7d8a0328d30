import { ok } from '../../contracts/result.ts'
import { type Named, auditEverywhere } from '../audit/audit.ts'
import { endSessions } from '../store/end-sessions.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { findPerson, isMember } from '../store/people.ts'
import { inTransaction } from '../store/row-locks.ts'
import type { Session } from '../store/sessions.ts'
import { deskOf, memberSignIns, publicIdOf, signInsOf } from '../store/signed-in-desks.ts'
import type { Handlers } from './handlers.ts'
import { actorIn } from './in-account.ts'

type DeskHandlers = Pick<Handlers, 'desks' | 'revokeDesks' | 'memberDesks' | 'revokeMemberDesk'>

/** Where people are signed in, and the end of that. */
export function desksHandlers(db: CloudDatabase, now: () => Date): DeskHandlers {
  return {
    async desks({ session }) {
      const kept = await signInsOf(db, session.personId, now().toISOString())
      return ok({ desks: kept.map((each) => deskOf(each, each.id === session.id)) })
    },

    async revokeDesks({ session, body }) {
      const whose = { id: session.personId, name: session.person }
      return revoke(db, session, { whose, id: body.id }, now())
    },

    async memberDesks({ session, params: { accountId } }) {
      const actor = await actorIn(db, session, accountId, 'memberDesks')
      if (!actor.ok) return actor
      const at = now().toISOString()
      return ok({ desks: await memberSignIns(db, accountId, at, (id) => id === session.id) })
    },

    async revokeMemberDesk({ session, params: { accountId }, body: { personId, id } }) {
      const actor = await actorIn(db, session, accountId, 'revokeMemberDesk')
      if (!actor.ok) return actor
      const person = await findPerson(db, { id: personId })
      if (person === null || !(await isMember(db, accountId, personId))) return ok({ revoked: 0 })
      const whose = { id: personId, name: person.name || person.email }
      return revoke(db, session, { whose, id }, now())
    },
  }
}

/** `id` null: all but the one that asks. One that is over already stays so. Each is told in the audit of every account of its person. */
async function revoke(
  database: CloudDatabase,
  { id: current, personId, person, desk }: Session,
  { whose, id }: { readonly whose: Named; readonly id: string | null },
  now: Date,
) {
  const at = now.toISOString()
  return inTransaction(database, async (db) => {
    const kept = await signInsOf(db, whose.id, at)
    const meant = kept.filter((each) =>
      id === null ? each.id !== current : publicIdOf(each.id) === id,
    )
    const ids = meant.map((each) => each.id)
    const revoked = await endSessions(db, whose.id, 'revoked', ids)
    for (const { desk_id } of meant) {
      const entry = { what: 'desk-revoked', about: whose, fields: [desk_id] } as const
      await auditEverywhere(
        db,
        whose.id,
        { ...entry, who: { id: personId, name: person }, desk },
        at,
      )
    }
    return ok({ revoked })
  })
}
