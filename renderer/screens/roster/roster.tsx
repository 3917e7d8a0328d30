import type { Role } from '../../../core/role.ts'
import { t } from '../../messages.ts'
import { useRoster } from '../../stores/roster.ts'
import { useShown } from '../use-shown.ts'
import { NewList } from './new-list.tsx'
import './roster.css'
import { Summary } from './summary.tsx'
import { Turn } from './turn.tsx'

/** One tap per person, down a list: put it together, work through it, see what became of it. */
export default function Roster({ by }: { readonly by: Role }) {
  const view = useRoster((desk) => desk.view)
  useShown('roster')
  return (
    <div className="page roster-page">
      <h1 className="visually-hidden">{t.roster.title}</h1>
      {view === null && <NewList by={by} />}
      {view !== null && (view.finishedAt === null ? <Turn view={view} /> : <Summary view={view} />)}
    </div>
  )
}
