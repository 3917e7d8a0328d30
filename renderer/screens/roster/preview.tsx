import type { ListedPerson, ReadList } from '../../../core/roster/read-list.ts'
import { fullName } from '../../../core/person.ts'
import '../../components/empty.css'
import '../../components/table.css'
import { t } from '../../messages.ts'
import { EmailCell, TextCell } from '../person-cells.tsx'
import type { Listed } from './new-list.tsx'

/** Rows that are shown beside those with a problem, which are all shown, up to as many. */
const shown = 50

type Props = { readonly read: ReadList | null; readonly group: readonly Listed[] | null }

/** How the list was understood, with what is wrong and what helps, before anybody is enrolled. */
export function Preview({ read, group }: Props) {
  const people = read?.people ?? group?.map(withoutProblem) ?? []
  const bad = people.filter(({ problem }) => problem !== null)
  const rows = [...bad, ...people.filter(({ problem }) => problem === null)].slice(0, shown)
  const unused = (read?.unused ?? []).map(
    ({ number, name }) => name ?? t.roster.columnNumber(number),
  )
  return (
    <section className="card-box roster-preview" aria-labelledby="roster-preview">
      <h2 id="roster-preview">{t.roster.preview}</h2>
      {people.length === 0 ? (
        <p className="empty">{t.roster.previewEmpty}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard
        <fieldset className="table-scroll" tabIndex={0} aria-labelledby="roster-preview">
          <table className="table" aria-labelledby="roster-preview">
            <thead>
              <tr>
                <th scope="col" className="roster-narrow">
                  {t.roster.row}
                </th>
                <th scope="col">{t.roster.column.firstName}</th>
                <th scope="col">{t.roster.column.lastName}</th>
                <th scope="col">{t.roster.column.email}</th>
                <th scope="col" className="roster-problem">
                  {t.roster.problemColumn}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((person) => (
                <Row key={person.line} person={person} />
              ))}
            </tbody>
          </table>
        </fieldset>
      )}
      {people.length > rows.length && (
        <p className="soft">{t.roster.previewMore(people.length - rows.length)}</p>
      )}
      {unused.length > 0 && <p className="soft">{t.roster.unused(unused.join(', '))}</p>}
    </section>
  )
}

function Row({ person: { line, fields, problem } }: { readonly person: ListedPerson }) {
  return (
    <tr data-problem={problem !== null || undefined}>
      <td>{line}</td>
      <td>
        <TextCell text={fields.firstName} />
      </td>
      <td>
        <TextCell text={fields.lastName} />
      </td>
      <td>
        <EmailCell email={fields.email} />
      </td>
      <td className="roster-problem">
        {problem === null
          ? t.roster.noProblem
          : `${t.roster.column[problem.field]}: ${t.roster.problem[problem.code](problem.line ?? line)}`}
      </td>
    </tr>
  )
}

function withoutProblem(fields: Listed, index: number): ListedPerson {
  return { line: index + 1, fields, problem: null }
}

export function nameOfListed(person: Pick<Listed, 'firstName' | 'lastName' | 'email'>): string {
  return fullName(person) || (person.email ?? '')
}
