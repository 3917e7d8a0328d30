import { Menu } from '@mantine/core'
import { useState } from 'react'
import { app } from '../../bridge.ts'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { type SignedIn, setSession } from '../../stores/session.ts'
import { useSync } from '../../stores/sync.ts'

/** Who works here, "Work offline" and the way out, which never deletes anything and says so. */
export function AccountMenu({ session }: { readonly session: SignedIn }) {
  const { person, account } = session.identity
  const [asking, setAsking] = useState(false)
  const unsent = useSync((status) => status.waiting + status.attention)

  async function signOut() {
    setAsking(false)
    const answer = await app.session.signOut()
    if (answer.ok) setSession(answer.value)
  }

  async function toggleOffline() {
    const answer = await app.session.workOffline({ on: !session.workOffline })
    if (answer.ok) setSession(answer.value)
  }

  const name = person.name || person.email
  return (
    <>
      <Menu
        position="bottom-end"
        width={260}
        transitionProps={{ duration: 0 }}
        classNames={{ dropdown: 'floating', item: 'menu-item' }}
      >
        <Menu.Target>
          <button type="button" className="account-button" aria-label={t.desk.account(name)}>
            <Icon name="account" />
            <span className="chip-text">{name}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t.desk.account(name)}>
          <div className="account-who">
            <div>{person.email}</div>
            <div className="chip-soft">
              {t.desk.signedInTo(account.name, t.words.roles[account.role])}
            </div>
          </div>
          <Menu.CheckboxItem checked={session.workOffline} onChange={() => void toggleOffline()}>
            {t.desk.workOffline}
          </Menu.CheckboxItem>
          <Menu.Item onClick={() => (unsent > 0 ? setAsking(true) : void signOut())}>
            {t.desk.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
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
    </>
  )
}
