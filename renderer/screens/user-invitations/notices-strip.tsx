import { useState } from 'react'
import type { Notice as Entry } from '../../../core/notice.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Ago, Clock } from '../../components/clock.tsx'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { useNotices } from '../../stores/notices.ts'

/** What ended without doing what was asked, because somebody registered or deleted meanwhile. */
export function NoticesStrip() {
  const list = useNotices((notices) => notices.list)
  if (list.length === 0) return null
  return (
    <section className="card-box notices" aria-label={t.invitations.notices}>
      <Clock>
        <ul>
          {list.map((entry) => (
            <NoticeLine key={entry.opId} entry={entry} />
          ))}
        </ul>
      </Clock>
    </section>
  )
}

function NoticeLine({ entry }: { readonly entry: Entry }) {
  const [trouble, setTrouble] = useState<string | null>(null)

  async function dismiss() {
    const answer = await app.people.dismissNotice({ opId: entry.opId })
    if (!answer.ok) return setTrouble(t.failures[answer.code](answer))
    useNotices.setState(({ list }) => ({ list: list.filter(({ opId }) => opId !== entry.opId) }))
  }

  return (
    <li>
      <Icon name="check" />
      <span className="notices-text">{t.invitations.notice(entry)}</span>
      <span className="soft">
        <Ago at={entry.at} />
      </span>
      <Button
        look="quiet"
        aria-label={t.invitations.dismissOf(entry.name)}
        onClick={() => void dismiss()}
      >
        {t.invitations.dismiss}
      </Button>
      {trouble !== null && <Notice kind="bad">{trouble}</Notice>}
    </li>
  )
}
