import type { AuditEntry } from '../../../core/audit/audit-entry.ts'
import { type EventColumn, EventTable, Line, Moment } from '../../components/event-table.tsx'
import { t } from '../../messages.ts'
import { filterAudit, useAudit } from '../../stores/audit.ts'
import { fieldNames, nameOf } from './audit-words.ts'

const columns: readonly EventColumn<AuditEntry, keyof typeof t.audit.columns>[] = [
  {
    key: 'when',
    cell: ({ at }) => <Moment at={at} />,
  },
  { key: 'what', cell: ({ what }) => <Line text={t.audit.done[what]} /> },
  { key: 'about', cell: ({ about }) => <About about={about} /> },
  { key: 'changed', cell: (entry) => <Changed entry={entry} /> },
  {
    key: 'who',
    cell: ({ who }) => <Line text={who === null ? t.audit.operator : nameOf(who)} />,
  },
  { key: 'desk', cell: ({ desk }) => <Line text={nameOf(desk)} /> },
]

type Props = { readonly entries: readonly AuditEntry[]; readonly busy: boolean }

export function AuditTable({ entries, busy }: Props) {
  return (
    <EventTable
      titleId="audit-title"
      columns={columns}
      heads={t.audit.columns}
      rows={entries}
      busy={busy}
      keyOf={({ seq }) => seq}
    />
  )
}

/** Whoever it is about narrows the table to themselves. */
function About({ about }: Pick<AuditEntry, 'about'>) {
  if (about === null) return <Line text={t.words.nobody} />
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
  const desks = useAudit(({ page }) => page?.desks)
  const text = fieldNames(fields, desks).join(', ')
  return (
    <>
      {(text !== '' || card === null) && <Line text={text || t.words.nobody} />}
      {card !== null && <span className="audit-card">{card}</span>}
    </>
  )
}
