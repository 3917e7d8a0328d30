import { Suspense, lazy } from 'react'
import type { Role } from '../../../core/role.ts'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { useHandOvers } from '../../stores/hand-overs.ts'
import { useLists } from '../../stores/lists.ts'
import './attention-panel.css'

const ParkedList = lazy(() => import('./parked-list.tsx'))
const HandOvers = lazy(() => import('./hand-overs.tsx'))

/** What waits for a person: what colleagues left to them, and what the cloud refused. */
export function AttentionPanel({ by }: { readonly by: Role }) {
  const handed = useHandOvers(({ list }) => list.length > 0)
  return (
    <>
      {handed && (
        <Suspense fallback={null}>
          <HandOvers />
        </Suspense>
      )}
      <Refused by={by} />
    </>
  )
}

/** Each with its reason and its ways on. Nothing is decided without a person. */
function Refused({ by }: { readonly by: Role }) {
  const parked = useLists((lists) => lists.parked)
  if (parked.length === 0) return null
  return (
    <section className="card-box attention" aria-label={t.attention.title}>
      <h2>
        <Icon name="attention" />
        {t.attention.title}
      </h2>
      <p className="soft">{t.attention.intro(parked.length)}</p>
      <Suspense fallback={null}>
        <ParkedList parked={parked} by={by} />
      </Suspense>
    </section>
  )
}
