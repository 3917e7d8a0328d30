import { useState } from 'react'
import type { MemberDesk } from '../../../core/signed-in-desk.ts'
import { app } from '../../bridge.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { type EventColumn, Line } from '../../components/event-table.tsx'
import { t } from '../../messages.ts'
import { DesksTable, nameOf } from './desks-table.tsx'
import { useDesks } from './use-desks.ts'

const first: readonly EventColumn<MemberDesk, 'person'>[] = [
  {
    key: 'person',
    cell: ({ person }) => (
      <>
        <Line text={person.name} />
        <span className="soft">{t.words.roles[person.role]}</span>
      </>
    ),
  },
]

/** Where all members of the account are signed in, for an Account Admin. */
export function MemberDesks({ account }: { readonly account: string }) {
  const desks = useDesks(app.desks.members)
  const [asked, setAsked] = useState<MemberDesk | null>(null)

  function signOut({ person, id }: MemberDesk) {
    setAsked(null)
    desks.after(() => app.desks.revokeMember({ personId: person.id, id }))
  }

  return (
    <section className="card-box log" aria-labelledby="member-desks-title">
      <div className="log-head">
        <h2 id="member-desks-title">{t.signIns.members(account)}</h2>
      </div>
      <DesksTable
        titleId="member-desks-title"
        desks={desks}
        first={first}
        label={(row) => t.signIns.signOutOf(nameOf(row), row.person.name)}
        onSignOut={setAsked}
      />
      {asked !== null && (
        <ConfirmDialog
          title={t.signIns.sureMember(nameOf(asked), asked.person.name)}
          text={t.signIns.about}
          yes={t.signIns.signOut}
          no={t.signIns.cancel}
          onYes={() => signOut(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </section>
  )
}
