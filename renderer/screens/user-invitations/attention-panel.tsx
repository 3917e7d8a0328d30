import { useState } from 'react'
import type { ParkedRow } from '../../../core/pending-page.ts'
import { fullName } from '../../../core/person.ts'
import type { Role } from '../../../core/role.ts'
import { app } from '../../bridge.ts'
import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { isBlank } from '../../stores/form-state.ts'
import { correct, useForm } from '../../stores/form.ts'
import { useLists } from '../../stores/lists.ts'
import { show } from '../../stores/view.ts'
import './attention-panel.css'
import { ParkedCard } from './parked-card.tsx'

/** What the cloud refused: each with its reason and two ways on. Nothing is decided without a person. */
export function AttentionPanel({ by }: { readonly by: Role }) {
  const parked = useLists((lists) => lists.parked)
  if (parked.length === 0) return null
  return (
    <section className="card-box attention" aria-label={t.attention.title}>
      <h2>
        <Icon name="attention" />
        {t.attention.title}
      </h2>
      <p className="soft">{t.attention.intro(parked.length)}</p>
      <ul>
        {parked.map((row) => (
          <ParkedItem key={row.opId} row={row} by={by} />
        ))}
      </ul>
    </section>
  )
}

function ParkedItem({ row, by }: { readonly row: ParkedRow; readonly by: Role }) {
  const [asking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const correcting = useForm((form) => form.correcting?.opId === row.opId)
  const name = fullName(row.fields) || (row.fields.email ?? t.attention.unnamed)

  async function discard() {
    setAsking(false)
    const answer = await app.people.discard({ opId: row.opId })
    setTrouble(answer.ok ? null : t.failures[answer.code](answer))
  }

  return (
    <li aria-current={correcting || undefined}>
      <span className="attention-name">{name}</span>
      <span className="attention-reason">{t.attention.reason(row.problem)}</span>
      {asking ? (
        <Ask
          takesFocus
          question={t.attention.discardAsk(name)}
          yes={t.attention.discardYes}
          no={t.attention.keep}
          onYes={() => void discard()}
          onNo={() => setAsking(false)}
        />
      ) : (
        <span className="attention-actions">
          {row.problem.code === 'card.taken' ? (
            <ParkedCard
              row={row}
              name={name}
              by={by}
              onEdit={() => edit(row)}
              onTrouble={setTrouble}
            />
          ) : (
            row.method !== 'delete' && (
              <Button aria-label={t.attention.editOf(name)} onClick={() => edit(row)}>
                {t.attention.edit}
              </Button>
            )
          )}
          <Button aria-label={t.attention.discardOf(name)} onClick={() => setAsking(true)}>
            {t.attention.discard}
          </Button>
        </span>
      )}
      {trouble !== null && <Notice kind="bad">{trouble}</Notice>}
    </li>
  )
}

/** Into the form at once when it holds nothing that could get lost. */
function edit(row: ParkedRow) {
  show({ screen: 'user-invitations' })
  const form = useForm.getState()
  if (isBlank(form) || form.correcting !== null) correct(row)
  else useForm.setState({ asking: { kind: 'edit', row } })
}
