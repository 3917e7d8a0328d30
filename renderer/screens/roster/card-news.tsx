import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { askRoster, useRoster } from '../../stores/roster.ts'

/** What became of the last card, where it is not simply the person's now. Its line is always kept free. */
export function CardNews() {
  const news = useRoster((desk) => desk.news)
  const outcome = news?.outcome
  return (
    <output className="roster-news" data-tone={toneOf(outcome?.kind)}>
      {outcome?.kind === 'taken' && (
        <>
          <Icon name="attention" />
          <span>
            <strong>{t.roster.taken(outcome.holder.name)}</strong>{' '}
            {outcome.holder.movable ? t.roster.takenHint : t.roster.takenOther}
          </span>
          {outcome.holder.movable && (
            <Button onClick={moveHere} aria-keyshortcuts="Control+Enter">
              {t.roster.move} <kbd aria-hidden="true">{t.shortcuts.keys.control} ⏎</kbd>
            </Button>
          )}
        </>
      )}
      {outcome?.kind === 'refused' && (
        <>
          <Icon name="close" />
          <span>{t.roster.refused[outcome.reason]}</span>
        </>
      )}
    </output>
  )
}

/** Takes the card that was laid down last from its holder. */
export function moveHere() {
  const { news } = useRoster.getState()
  if (news?.outcome.kind !== 'taken' || !news.outcome.holder.movable) return
  askRoster({ kind: 'tap', tap: news.tap, move: true })
}

function toneOf(kind: string | undefined) {
  if (kind === 'taken') return 'warning'
  return kind === 'refused' ? 'refused' : undefined
}
