import { cardText } from '../../../core/card-profile.ts'
import type { CardStep } from '../../../core/card-step.ts'
import { type OtherCard, statusAt } from '../../../core/other-card.ts'
import type { PersonRow } from '../../../core/pending-page.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { formatDateTime } from '../../format.ts'
import { t } from '../../messages.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { useNow } from '../desk/use-now.ts'

type Props = {
  readonly row: PersonRow
  readonly onStep: (step: CardStep) => void
  readonly onReplace: (action: 'replace') => void
}

/** The card in use first, then the others, each with what can happen to it. */
export function CardList({ row, onStep, onReplace }: Props) {
  const { cardId, surfaceId, otherCards } = row
  return (
    <ul className="cards-list" aria-label={t.userCards.list}>
      {cardId === null ? (
        <li className="cards-card" aria-label={t.userCards.none}>
          <span className="soft">{t.userCards.none}</span>
          <span className="cards-steps">
            <Button look="main" onClick={() => onReplace('replace')}>
              {t.userCards.give}
            </Button>
          </span>
        </li>
      ) : (
        <Card card={{ cardId, surfaceId }} status="main" words={t.userCards.main}>
          <Button onClick={() => onStep({ action: 'block', cardId, reason: 'lost' })}>
            {t.userCards.lost}
          </Button>
          <Button onClick={() => onReplace('replace')}>{t.userCards.replace}</Button>
        </Card>
      )}
      {otherCards.map((card) => (
        <Other key={card.cardId} card={card} free={cardId === null} onStep={onStep} />
      ))}
    </ul>
  )
}

function Other(props: {
  readonly card: OtherCard
  /** There is no card in use. */
  readonly free: boolean
  readonly onStep: (step: CardStep) => void
}) {
  const { card, free, onStep } = props
  const { cardId } = card
  const now = useNow(30_000)
  const status = statusAt(card, now)
  return (
    <Card card={card} status={status} words={wordsFor(card, status)}>
      {status === 'blocked' && (
        <Button
          disabled={!free}
          title={free ? undefined : t.userCards.foundNot}
          onClick={() => onStep({ action: 'unblock', cardId })}
        >
          {t.userCards.found}
        </Button>
      )}
      {status === 'temporary' && (
        <Button onClick={() => onStep({ action: 'block', cardId, reason: 'lost' })}>
          {t.userCards.lost}
        </Button>
      )}
      <Button onClick={() => onStep({ action: 'take-back', cardId })}>
        {t.userCards.takeBack}
      </Button>
    </Card>
  )
}

function wordsFor({ reason, until }: OtherCard, status: OtherCard['status']): string {
  if (status === 'blocked')
    return reason === null ? t.userCards.short.blocked : t.userCards.why[reason]
  const when = until === null ? '' : formatDateTime(until)
  return status === 'ended' ? t.userCards.endedAt(when) : t.userCards.until(when)
}

function Card(props: {
  readonly card: Pick<OtherCard, 'cardId' | 'surfaceId'>
  readonly status: OtherCard['status'] | 'main'
  readonly words: string
  readonly children: React.ReactNode
}) {
  const { card, status, words, children } = props
  const { cardId: style } = useCardProfile()
  const shown = cardText(style, card.cardId)
  return (
    <li className="cards-card" aria-label={`${shown}, ${words}`}>
      <span className="cards-number">{shown}</span>
      <span className="cards-surface">{card.surfaceId}</span>
      <span className="cards-status" data-status={status}>
        <Icon name={status === 'main' ? 'check' : status === 'temporary' ? 'clock' : 'attention'} />
        {words}
      </span>
      <span className="cards-steps">{children}</span>
    </li>
  )
}
