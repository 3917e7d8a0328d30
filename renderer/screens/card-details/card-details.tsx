import { useMemo, useState } from 'react'
import { type CardView, type ViewedCard, cardView } from '../../../core/card/card-view.ts'
import { type CardPolicy, type WarningCode, isRefused } from '../../../core/card/warnings.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { useLanguage } from '../../language.ts'
import { t } from '../../messages.ts'
import { closeCardDetails } from '../../stores/card-details.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import './card-details.css'
import { RenderingGroup } from './rendering-group.tsx'

/** What a card is, every number under which it may be known, and what to beware of. */
export default function CardDetails({ card }: { readonly card: ViewedCard }) {
  const { policy } = useCardProfile()
  const language = useLanguage((spoken) => spoken.language)
  // The words come with the language.
  const view = useMemo(() => ({ language, ...cardView(card, t.card) }), [card, language])
  const [copied, setCopied] = useState('')
  const groups = groupsOf(view.renderings)
  return (
    <Dialog
      title={t.card.title}
      about={aboutOf(view)}
      onClose={closeCardDetails}
      onSubmit={closeCardDetails}
      foot={
        <>
          <output className="soft">{copied !== '' && t.card.copied(copied)}</output>
          <Button look="main" type="submit">
            {t.card.close}
          </Button>
        </>
      }
    >
      {view.warnings.map(({ code, advice }) => (
        <Notice key={code} {...noticeOf(code, policy)}>
          {advice}
        </Notice>
      ))}
      {groups.whole.map((group) => (
        <RenderingGroup key={group.cut} {...group} onCopied={setCopied} />
      ))}
      {groups.shortened.length > 0 && (
        <details className="card-shortened">
          <summary>{t.card.shortened}</summary>
          {groups.shortened.map((group) => (
            <RenderingGroup key={group.cut} {...group} onCopied={setCopied} />
          ))}
        </details>
      )}
    </Dialog>
  )
}

function aboutOf({ uid, kind }: CardView): string {
  return `${t.card.uid} ${uid} · ${t.card.bytes(uid.length / 2)} · ${t.card.kinds[kind]}`
}

function noticeOf(code: WarningCode, policy: CardPolicy) {
  const icon = 'attention'
  if (isRefused(code, policy)) return { kind: 'bad', icon } as const
  return code === 'clonable'
    ? ({ kind: 'info', icon: 'card' } as const)
    : ({ kind: 'wait', icon } as const)
}

/** Renderings of one cut are told together, in their order. */
function groupsOf(renderings: CardView['renderings']) {
  const cuts = [...new Set(renderings.map(({ cut }) => cut))]
  const groups = cuts.map((cut) => ({ cut, rows: renderings.filter((one) => one.cut === cut) }))
  const isWhole = ({ cut }: { readonly cut: string }) => cut === 'card' || cut === 'reversed'
  return { whole: groups.filter(isWhole), shortened: groups.filter((group) => !isWhole(group)) }
}
