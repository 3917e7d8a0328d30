import { useState } from 'react'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { type DeskView, show } from '../../stores/view.ts'

type Props = {
  readonly screen: DeskView['screen']
  /** The screens that this person may open here. */
  readonly screens: readonly DeskView['screen'][]
}

export function Sidebar({ screen, screens }: Props) {
  const [open, setOpen] = useState(true)
  const names = { users: t.desk.users, 'user-invitations': t.desk.userInvitations }
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
        {screens.map((each) => (
          <li key={each}>
            <a
              href={`#${each}`}
              aria-current={screen === each ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault()
                show({ screen: each })
              }}
            >
              {names[each]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
