import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { HandOver } from '../../../core/hand-over.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Ago, Clock } from '../../components/clock.tsx'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { useHandOvers } from '../../stores/hand-overs.ts'
import { untilAnswered } from '../../stores/until-answered.ts'
import './hand-overs.css'

/** What was left to this person, with one press for all of it, and below what they left to others. */
export default function HandOvers() {
  const list = useHandOvers((handed) => handed.list)
  const [trouble, setTrouble] = useState<string | null>(null)
  const mine = list.filter(({ own }) => !own)

  async function take(some: readonly HandOver[]) {
    const items = some.map(({ opId }) => ({ opId, newOpId: newId() }))
    const answer = await untilAnswered(() => app.handOvers.take({ items }), pause)
    if (!answer.ok) return setTrouble(t.failures[answer.code](answer))
    setTrouble(answer.value.left === 0 ? null : t.handOver.left(answer.value.left))
  }

  async function end({ opId }: HandOver) {
    const answer = await app.handOvers.end({ opId })
    setTrouble(answer.ok ? null : t.failures[answer.code](answer))
  }

  return (
    <section className="card-box hand-overs" aria-label={t.handOver.title}>
      <h2>
        <Icon name="users" />
        {t.handOver.title}
      </h2>
      {mine.length > 0 && (
        <p className="hand-overs-head">
          <span className="soft">{t.handOver.intro(mine.length)}</span>
          {mine.length > 1 && (
            <Button look="main" onClick={() => void take(mine)}>
              {t.handOver.takeAll(mine.length)}
            </Button>
          )}
        </p>
      )}
      {trouble !== null && <Notice kind="bad">{trouble}</Notice>}
      <Clock>
        <ul>
          {list.map((each) => (
            <Line
              key={each.opId}
              each={each}
              onTake={() => void take([each])}
              onEnd={() => void end(each)}
            />
          ))}
        </ul>
      </Clock>
    </section>
  )
}

type LineProps = {
  readonly each: HandOver
  readonly onTake: () => void
  readonly onEnd: () => void
}

function Line({ each, onTake, onEnd }: LineProps) {
  const name = each.name || t.attention.unnamed
  const end = wordFor(each)
  return (
    <li>
      <span className="hand-overs-name">{name}</span>
      <span>
        {t.queue.method[each.method]} · {t.handOver.state(each)}{' '}
        <span className="soft">
          <Ago at={each.at} />
        </span>
      </span>
      <span className="hand-overs-actions">
        {!each.own && (
          <Button aria-label={t.handOver.takeOf(name)} onClick={onTake}>
            {t.handOver.take}
          </Button>
        )}
        <Button look="quiet" aria-label={`${end}: ${name}`} onClick={onEnd}>
          {end}
        </Button>
      </span>
    </li>
  )
}

function wordFor({ own, state }: HandOver): string {
  if (!own) return t.handOver.drop
  return state === 'waiting' ? t.handOver.takeBack : t.handOver.read
}
