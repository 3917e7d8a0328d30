import { useEffect, useState } from 'react'
import { type WedgeProfile, isSameWedge } from '../../../core/wedge-profile.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import './wedge-list.css'
import { wayOf } from './wedge-words.ts'

/** The keyboard readers that were set up on this computer; `none` says that there is none. */
export function WedgeList({ none = null }: { readonly none?: string | null }) {
  const [known, setKnown] = useState<readonly WedgeProfile[] | null>(null)
  useEffect(() => {
    void app.wedges.list().then((answer) => {
      if (answer.ok) setKnown(answer.value)
    })
  }, [])
  if (known === null) return null
  if (known.length === 0) return none !== null && <p className="soft">{none}</p>

  async function forget(profile: WedgeProfile) {
    const answer = await app.wedges.forget(profile)
    if (answer.ok) setKnown((now) => (now ?? []).filter((each) => !isSameWedge(each, profile)))
  }

  return (
    <section aria-label={t.wedge.known}>
      <h3>{t.wedge.known}</h3>
      <ul className="wedge-known">
        {known.map((profile) => (
          <li key={JSON.stringify(profile)}>
            <span>{wayOf(profile)}</span>
            <Button
              aria-label={t.wedge.forgetWhich(wayOf(profile))}
              onClick={() => void forget(profile)}
            >
              {t.wedge.forget}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
