import { useState } from 'react'
import { cardText } from '../../../core/card-profile.ts'
import type { LooseCard } from '../../../core/scan/scan.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FoundChoice } from '../../components/found-choice.tsx'
import { formatDateTime, formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { closeChoosing } from '../../stores/choosing.ts'
import type { TappedCard } from '../../stores/card-field.ts'
import { tappedOf } from '../../stores/laid-card.ts'
import { useAnswer } from '../use-answer.ts'

const mostShown = 50

/** One of the cards that nobody has, found by its label or its number. */
export default function ChooseCard({ onTake }: { readonly onTake: (card: TappedCard) => void }) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const { cardId: style } = useCardProfile()
  const page = useAnswer(search, () =>
    app.scan.cards({ source: null, search, limit: mostShown, direction: 'forward', at: null }),
  )
  const cards = page?.rows ?? []
  const card = cards.find(({ uid }) => uid === chosen) ?? cards[0]

  function choiceOf({ uid, label, lastSeenAt }: LooseCard) {
    const number = cardText(style, uid)
    const when = formatDateTime(lastSeenAt)
    return label === null
      ? { id: uid, name: number, more: `${t.unknown.unlabelled} · ${when}` }
      : { id: uid, name: label, more: `${number} · ${when}` }
  }

  return (
    <Dialog
      title={t.unknown.choose}
      about={t.unknown.chooseAbout}
      onClose={closeChoosing}
      onSubmit={() => {
        if (card === undefined) return
        closeChoosing()
        onTake(tappedOf(card))
      }}
      foot={
        <>
          <output className="soft">
            {page !== null && page.total > mostShown && t.unknown.more(formatNumber(page.total))}
          </output>
          <Button onClick={closeChoosing}>{t.unknown.cancel}</Button>
          <Button look="main" type="submit" disabled={card === undefined}>
            {t.unknown.use}
          </Button>
        </>
      }
    >
      <FoundChoice
        label={t.unknown.looseCards}
        searchLabel={t.unknown.search}
        search={search}
        onSearch={setSearch}
        choices={cards.map(choiceOf)}
        chosen={card?.uid ?? null}
        onChoose={setChosen}
        none={page === null ? t.unknown.loading : t.unknown.noneToChoose}
      />
    </Dialog>
  )
}
