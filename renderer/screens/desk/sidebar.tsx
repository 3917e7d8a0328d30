import { useState } from 'react'
import { Icon, type IconName } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { type DeskView, show } from '../../stores/view.ts'

type Screen = DeskView['screen']

type Props = {
  readonly screen: Screen
  /** The screens that this person may open here. */
  readonly screens: readonly Screen[]
}

/** A group without a screen that may be opened is not there. */
export function Sidebar({ screen, screens }: Props) {
  return (
    <nav className="sidebar" aria-label={t.desk.navigation}>
      {groups.map(({ id, icon, of }) => {
        const offered = of.filter((each) => screens.includes(each))
        if (offered.length === 0) return null
        return <Group key={id} id={id} icon={icon} screen={screen} screens={offered} />
      })}
      <Way to="readers" from={screen} />
    </nav>
  )
}

const groups = [
  { id: 'users', icon: 'users', of: ['users', 'user-invitations'] },
  { id: 'desk', icon: 'reader', of: ['roster', 'quick-scan', 'unknown-cards', 'desk-log'] },
  { id: 'accountSettings', icon: 'card', of: ['card-profile', 'audit-log', 'signed-in-desks'] },
] as const satisfies readonly {
  readonly id: keyof typeof t.desk
  readonly icon: IconName
  readonly of: readonly Screen[]
}[]

type GroupProps = Props & { readonly id: (typeof groups)[number]['id']; readonly icon: IconName }

function Group({ id, icon, screen, screens }: GroupProps) {
  const [open, setOpen] = useState(true)
  return (
    <>
      <button
        type="button"
        className="sidebar-group"
        aria-expanded={open}
        aria-controls={`sidebar-${id}`}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
        {t.desk[id]}
        <Icon name="chevron" />
      </button>
      <ul id={`sidebar-${id}`} hidden={!open}>
        {screens.map((each) => (
          <li key={each}>
            <Way to={each} from={screen} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Way({ to, from }: { readonly to: Screen; readonly from: Screen }) {
  const names: Record<Screen, string> = {
    users: t.desk.users,
    'user-invitations': t.desk.userInvitations,
    roster: t.desk.roster,
    'quick-scan': t.desk.quickScan,
    'unknown-cards': t.desk.unknownCards,
    'desk-log': t.desk.deskLog,
    'audit-log': t.desk.auditLog,
    'card-profile': t.desk.cardProfile,
    readers: t.desk.readers,
    'signed-in-desks': t.signIns.title,
  }
  return (
    <a
      href={`#${to}`}
      aria-current={from === to ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault()
        show({ screen: to })
      }}
    >
      {to === 'readers' && <Icon name="reader" />}
      {names[to]}
    </a>
  )
}
