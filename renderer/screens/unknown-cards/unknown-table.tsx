import { cardKind } from '../../../core/card/card-kind.ts'
import { cardText } from '../../../core/card-profile.ts'
import { type Role, mayTendCards } from '../../../core/role.ts'
import type { LooseCard } from '../../../core/scan/scan.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { SortHead } from '../../components/sort-head.tsx'
import { formatDateTime, formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { openCardDetails } from '../../stores/card-details.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { openGiving, useUnknown } from '../../stores/unknown-cards.ts'
import { TextCell } from '../person-cells.tsx'
import { giver } from './giver.ts'
import { newUserWith } from './new-user-with.ts'

const columns = ['label', 'card', 'kind', 'first', 'last', 'reader', 'taps'] as const

export function UnknownTable({ by }: { readonly by: Role }) {
  const { page, failure, tapped } = useUnknown()
  return (
    <table
      className="table"
      aria-labelledby="unknown-title"
      aria-busy={page === null && failure === null}
    >
      <thead>
        <tr>
          {columns.map((key) => (
            <SortHead
              key={key}
              text={t.unknown.columns[key]}
              className={`col-${key}`}
              order={key === 'last' ? 'descending' : 'none'}
            />
          ))}
          <th scope="col" className="col-actions">
            <span className="visually-hidden">{t.unknown.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {page?.rows.map((card) => (
          <Row key={card.uid} card={card} by={by} isTapped={card.uid === tapped} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { readonly card: LooseCard; readonly by: Role; readonly isTapped: boolean }

function Row({ card, by, isTapped }: RowProps) {
  const { uid, label, atr, readBy, reader, firstSeenAt, lastSeenAt, taps } = card
  const { cardId: style } = useCardProfile()
  const number = cardText(style, uid)
  const name = t.unknown.named(number, label)
  return (
    <tr data-selected={isTapped || undefined} aria-current={isTapped || undefined}>
      <td>
        <TextCell text={label ?? ''} />
      </td>
      <td>
        <button
          type="button"
          className="list-card"
          title={number}
          aria-label={`${number}, ${t.card.title}`}
          onClick={() => openCardDetails({ uid, atr, source: readBy })}
        >
          {number}
        </button>
      </td>
      <td>{atr === '' ? <TextCell text="" /> : <TextCell text={t.card.kinds[cardKind(atr)]} />}</td>
      <td>
        <time dateTime={firstSeenAt}>{formatDateTime(firstSeenAt)}</time>
      </td>
      <td>
        <time dateTime={lastSeenAt}>{formatDateTime(lastSeenAt)}</time>
      </td>
      <td>
        <TextCell text={reader} />
      </td>
      <td>{formatNumber(taps)}</td>
      <td>
        <div className="unknown-actions">
          {mayTendCards(by) ? (
            <Button
              look="quiet"
              aria-label={t.unknown.giveOf(name)}
              onClick={() => openGiving(card)}
            >
              {t.unknown.give}
            </Button>
          ) : (
            <Button look="quiet" onClick={() => newUserWith(card)}>
              {t.unknown.newUser}
            </Button>
          )}
          <Button
            look="quiet"
            title={t.unknown.remove}
            aria-label={t.unknown.removeOf(name)}
            onClick={() => void giver.remove(card)}
          >
            <Icon name="trash" />
          </Button>
        </div>
      </td>
    </tr>
  )
}
