import { useState } from 'react'
import { isHandable } from '../../../core/hand-over.ts'
import type { ParkedRow } from '../../../core/pending-page.ts'
import type { Remedy } from '../../../core/remedy.ts'
import type { Role } from '../../../core/role.ts'
import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { GroupRemedy } from './group-remedy.tsx'
import { HandOverButton } from './hand-over-button.tsx'
import { remedyOffers } from './remedy-offers.ts'

type Props = {
  /** Of one cause. */
  readonly rows: readonly [ParkedRow, ...ParkedRow[]]
  /** A name, or how many. */
  readonly whom: string
  readonly by: Role
  readonly onDecide: (remedy: Remedy) => void
  /** Ways on of a single entry that lead elsewhere. */
  readonly children?: React.ReactNode
}

/** The buttons of one entry, or of all entries of the same cause. */
export function Remedies({ rows, whom, by, onDecide, children }: Props) {
  const [asking, setAsking] = useState(false)
  const [first] = rows
  if (asking) {
    return (
      <Ask
        takesFocus
        question={t.attention.discardAsk(whom)}
        yes={t.attention.discardYes}
        no={t.attention.keep}
        onYes={() => {
          setAsking(false)
          onDecide({ kind: 'discard' })
        }}
        onNo={() => setAsking(false)}
      />
    )
  }
  return (
    <span className="attention-actions">
      {first.problem.code === 'group.gone' && (
        <GroupRemedy whom={whom} onChoose={(group) => onDecide({ kind: 'group', group })} />
      )}
      {remedyOffers(first, by).map(({ remedy, word }) => (
        <Button
          key={word}
          aria-label={t.attention.remedyOf(t.attention.remedies[word], whom)}
          onClick={() => onDecide(remedy)}
        >
          {t.attention.remedies[word]}
        </Button>
      ))}
      {children}
      {rows.every(({ problem }) => isHandable(problem)) && (
        <HandOverButton rows={rows} whom={whom} />
      )}
      <Button aria-label={t.attention.discardOf(whom)} onClick={() => setAsking(true)}>
        {t.attention.discard}
      </Button>
    </span>
  )
}
