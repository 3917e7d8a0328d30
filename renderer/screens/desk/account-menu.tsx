import { Suspense, lazy, useId, useState } from 'react'
import type { Directory } from '../../../core/directory.ts'
import { type Role, seesOnlyRegion } from '../../../core/role.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Floating } from '../../components/floating.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { useDirectory } from '../../stores/directory.ts'
import { useLeaving } from '../../stores/leaving.ts'
import { lockDesk, openLockSettings } from '../../stores/lock-desk.ts'
import { openSecondFactor } from '../../stores/second-factor.ts'
import { type SignedIn, setSession } from '../../stores/session.ts'
import { useSync } from '../../stores/sync.ts'
import { show } from '../../stores/view.ts'
import { AccountSwitch, Appearance } from './account-choices.tsx'

const PasswordDialog = lazy(() => import('../password/password-dialog.tsx'))

/** Who works here, "Work offline" and the way out, which never deletes anything and says so. */
type Props = {
  readonly session: SignedIn
  /** Shows what the keyboard does. */
  readonly onHelp: () => void
}

export function AccountMenu({ session, onHelp }: Props) {
  const { person } = session.identity
  const [asking, setAsking] = useState(false)
  const [changing, setChanging] = useState(false)
  const unsent = useSync((status) => status.waiting + status.attention)

  async function signOut() {
    setAsking(false)
    await useLeaving.getState().saveFirst()
    const answer = await app.session.signOut()
    if (answer.ok) setSession(answer.value)
  }

  const name = person.name || person.email
  return (
    <div className="account">
      <Floating
        label={t.desk.account(name)}
        width={280}
        target={(toggle) => (
          <button
            type="button"
            className="account-button"
            aria-label={t.desk.account(name)}
            onClick={toggle}
          >
            <Icon name="account" />
            <span className="chip-text">{name}</span>
          </button>
        )}
      >
        {(close) => (
          <AccountDetails
            session={session}
            onHelp={() => {
              close()
              onHelp()
            }}
            onPassword={() => {
              close()
              setChanging(true)
            }}
            onDesks={() => {
              close()
              show({ screen: 'signed-in-desks' })
            }}
            onLock={() => {
              close()
              void lockDesk(app.lock)
            }}
            onLockSettings={() => {
              close()
              openLockSettings()
            }}
            onSecondFactor={() => {
              close()
              openSecondFactor()
            }}
            onSignOut={() => {
              close()
              if (unsent > 0) setAsking(true)
              else void signOut()
            }}
          />
        )}
      </Floating>
      {changing && (
        <Suspense fallback={null}>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
      {asking && (
        <ConfirmDialog
          title={t.desk.signOutTitle}
          text={t.desk.signOutUnsent(unsent, person.email)}
          yes={t.desk.signOut}
          no={t.desk.stay}
          onYes={() => void signOut()}
          onNo={() => setAsking(false)}
        />
      )}
    </div>
  )
}

type DetailsProps = Props & {
  readonly onDesks: () => void
  readonly onPassword: () => void
  readonly onLock: () => void
  readonly onLockSettings: () => void
  readonly onSecondFactor: () => void
  readonly onSignOut: () => void
}

function AccountDetails(props: DetailsProps) {
  const { session, onDesks, onHelp, onLock, onLockSettings, onPassword } = props
  const { onSecondFactor, onSignOut } = props
  const { person, account, demo } = session.identity
  const regions = useDirectory(({ directory }) => directory?.regions)
  const id = useId()

  return (
    <div className="chip-more">
      <div className="account-who">
        <div>{person.email}</div>
        <div className="chip-soft">{account.name}</div>
        <div className="chip-soft">{roleWith(account.role, regions)}</div>
      </div>
      <AccountSwitch session={session} />
      <Appearance />
      <label className="account-offline" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={session.workOffline}
          onChange={(event) => void setOffline(session, event.target.checked)}
        />
        {t.desk.workOffline}
      </label>
      <Button look="quiet" onClick={onLockSettings}>
        {t.lock.settings}
      </Button>
      {!demo && (
        <>
          <Button look="quiet" onClick={onPassword}>
            {t.password.title}
          </Button>
          <Button look="quiet" onClick={onSecondFactor}>
            {t.secondFactor.title}
          </Button>
        </>
      )}
      <Button look="quiet" onClick={onDesks}>
        {t.signIns.title}
      </Button>
      <Button look="quiet" onClick={onHelp}>
        {t.shortcuts.title} <kbd>?</kbd>
      </Button>
      <Button onClick={onLock}>{t.lock.now}</Button>
      <Button onClick={onSignOut}>{t.desk.signOut}</Button>
    </div>
  )
}

/** Ticked at once; the answer says whether it holds. */
async function setOffline(session: SignedIn, on: boolean) {
  setSession({ ...session, workOffline: on })
  const answer = await app.session.workOffline({ on })
  setSession(answer.ok ? answer.value : session)
}

/** Whoever is limited to a region reads here to which. */
function roleWith(role: Role, regions: Directory['regions'] = []): string {
  const [own] = seesOnlyRegion(role) ? regions : []
  const words = t.words.roles[role]
  return own === undefined ? words : `${words} · ${own.name}`
}
