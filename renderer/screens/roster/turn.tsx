import type { RosterRow, RosterView } from '../../../core/roster/roster.ts'
import { Button } from '../../components/button.tsx'
import { Giant } from '../../components/giant.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { cardText } from '../../../core/card-profile.ts'
import { askRoster, useRoster } from '../../stores/roster.ts'
import { Beside } from './beside.tsx'
import { CardNews } from './card-news.tsx'
import { Progress } from './progress.tsx'
import { useTurnKeys } from './use-turn-keys.ts'

/** Whose turn it is, in letters for the whole room. A tap does the rest. */
export function Turn({ view }: { readonly view: RosterView }) {
  const failure = useRoster((desk) => desk.failure)
  const { current, before, recent } = view
  useTurnKeys()
  const step = (name: 'skip' | 'absent' | 'back') => () => askRoster({ kind: 'step', step: name })
  return (
    <div className="roster-turn">
      <Progress view={view} />
      <section className="card-box roster-person" aria-label={t.roster.next}>
        {current === null ? <Nobody /> : <Somebody row={current} />}
        <CardNews />
        <div className="roster-steps">
          <Button disabled={before === null} onClick={step('back')} aria-keyshortcuts="ArrowLeft">
            {t.roster.back} <kbd aria-hidden="true">←</kbd>
          </Button>
          <Button disabled={current === null} onClick={step('skip')} aria-keyshortcuts="ArrowRight">
            {t.roster.skip} <kbd aria-hidden="true">→</kbd>
          </Button>
          <Button disabled={current === null} onClick={step('absent')} aria-keyshortcuts="Delete">
            {t.roster.absent} <kbd aria-hidden="true">{t.shortcuts.keys.delete}</kbd>
          </Button>
          <Button
            disabled={recent.length === 0}
            onClick={() => askRoster({ kind: 'undo' })}
            aria-keyshortcuts="Control+Z"
          >
            {t.roster.undo} <kbd aria-hidden="true">{t.shortcuts.keys.control} Z</kbd>
          </Button>
        </div>
        {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
      </section>
      <Beside view={view} />
    </div>
  )
}

function Somebody({ row }: { readonly row: RosterRow }) {
  const { cardId: style } = useCardProfile()
  const { firstName, lastName, email, organization, cardBefore } = row
  const named = firstName !== '' || lastName !== ''
  const about = [organization, named ? email : null].filter((each) => each)
  return (
    <div className="roster-who" aria-live="polite">
      <Giant lines={named ? [firstName, lastName] : [email ?? '']} />
      <p className="roster-about">{about.join(' · ')}</p>
      <p className="roster-prompt">
        {cardBefore === null ? t.roster.prompt : t.roster.replaces(cardText(style, cardBefore))}
      </p>
    </div>
  )
}

function Nobody() {
  return (
    <div className="roster-who" aria-live="polite">
      <Giant lines={[t.roster.everybody]} />
      <p className="roster-prompt">{t.roster.everybodyHint}</p>
    </div>
  )
}
