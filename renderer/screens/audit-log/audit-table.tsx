import type { ReactNode } from 'react'
import type { AuditEntry } from '../../../core/audit/audit-entry.ts'
import '../../components/table.css'
import { formatDateTime, formatExactly } from '../../format.ts'
import { useLanguage } from '../../language.ts'
import { t } from '../../messages.ts'
import { filterAudit } from '../../stores/audit.ts'
import { fieldNames, nameOf } from './audit-words.ts'

type Column = {
  readonly key: keyof typeof t.audit.columns
  readonly cell: (entry: AuditEntry) => ReactNode
}

const columns: readonly Column[] = [
  {
    key: 'when',
    cell: ({ at }) => (
      <time dateTime={at} title={formatExactly(at)}>
        {formatDateTime(at)}
      </time>
    ),
  },
  { key: 'what', cell: ({ what }) => <Text text={t.audit.done[what]} /> },
  { key: 'about', cell: ({ about }) => <About about={about} /> },
  { key: 'changed', cell: (entry) => <Changed entry={entry} /> },
  {
    key: 'who',
    cell: ({ who }) => <Text text={who === null ? t.audit.operator : nameOf(who)} />,
  },
  { key: 'desk', cell: ({ desk }) => <Text text={nameOf(desk)} /> },
]

type Props = { readonly entries: readonly AuditEntry[]; readonly busy: boolean }

export function AuditTable({ entries, busy }: Props) {
  const language = useLanguage((spoken) => spoken.language)
  return (
    <table className="table" aria-labelledby="audit-title" aria-busy={busy}>
      <thead>
        <tr>
          {columns.map(({ key }) => (
            <th key={key} scope="col" className={`log-col-${key}`}>
              {t.audit.columns[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody key={language}>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            {columns.map(({ key, cell }) => (
              <td key={key}>{cell(entry)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whoever it is about narrows the table to themselves. */
function About({ about }: Pick<AuditEntry, 'about'>) {
  if (about === null) return <Text text={t.words.nobody} />
  const name = nameOf(about)
  return (
    <button
      type="button"
      className="audit-about"
      title={t.audit.only(name)}
      aria-label={t.audit.only(name)}
      onClick={() => filterAudit({ about: about.id }, name)}
    >
      {name}
    </button>
  )
}

function Changed({ entry: { fields, card } }: { readonly entry: AuditEntry }) {
  const text = fieldNames(fields).join(', ')
  return (
    <>
      {(text !== '' || card === null) && <Text text={text || t.words.nobody} />}
      {card !== null && <span className="audit-card">{card}</span>}
    </>
  )
}

function Text({ text }: { readonly text: string }) {
  return <span title={text}>{text}</span>
}
