import { useState } from 'react'
import type { SignedInDesk } from '../../../core/signed-in-desk.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { t } from '../../messages.ts'
import { useShown } from '../use-shown.ts'
import { DesksTable, nameOf } from './desks-table.tsx'
import { useDesks } from './use-desks.ts'

/** Where the person who works here is signed in. */
export function OwnDesks() {
  const desks = useDesks(app.desks.own)
  const [asked, setAsked] = useState<SignedInDesk | 'others' | null>(null)
  useShown('signed-in-desks', desks.rows !== null || desks.failure !== null)
  const others = desks.rows?.some(({ current }) => !current) === true

  function signOut() {
    const id = asked === null || asked === 'others' ? null : asked.id
    setAsked(null)
    desks.after(() => app.desks.revoke({ id }))
  }

  return (
    <section className="card-box log" aria-labelledby="own-desks-title">
      <div className="log-head">
        <h2 id="own-desks-title">{t.signIns.own}</h2>
        <Button disabled={!others} onClick={() => setAsked('others')}>
          {t.signIns.others}
        </Button>
      </div>
      <p className="soft">{t.signIns.about}</p>
      <DesksTable
        titleId="own-desks-title"
        desks={desks}
        label={(row) => t.signIns.signOutAt(nameOf(row))}
        onSignOut={setAsked}
      />
      {asked !== null && (
        <ConfirmDialog
          title={asked === 'others' ? t.signIns.sureOthers : t.signIns.sure(nameOf(asked))}
          text={t.signIns.about}
          yes={t.signIns.signOut}
          no={t.signIns.cancel}
          onYes={signOut}
          onNo={() => setAsked(null)}
        />
      )}
    </section>
  )
}
