import { useState } from 'react'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { type View, show } from '../../stores/view.ts'

export function Sidebar({ screen }: { readonly screen: View['screen'] }) {
  const [open, setOpen] = useState(true)
  return (
    <nav className="sidebar" aria-label={t.desk.navigation}>
      <button
        type="button"
        className="sidebar-group"
        aria-expanded={open}
        aria-controls="sidebar-users"
        onClick={() => setOpen(!open)}
      >
        <Icon name="users" />
        {t.desk.users}
        <Icon name="chevron" />
      </button>
      <ul id="sidebar-users" hidden={!open}>
        <li>
          <a
            href="#user-invitations"
            aria-current={screen === 'user-invitations' ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault()
              show({ screen: 'user-invitations' })
            }}
          >
            {t.desk.userInvitations}
          </a>
        </li>
      </ul>
    </nav>
  )
}
