import { useEffect, useState } from 'react'
import { app } from '../../bridge.ts'
import { pause } from '../../pause.ts'
import { untilAnswered } from '../../stores/until-answered.ts'

/** Another one of the same address asks once more. */
export type AskedCloud = { readonly cloudUrl: string }

/** What people call the provider with whom the cloud at this address signs them in; null: there is none. */
export function useOpenId(asked: AskedCloud): string | null {
  const [known, setKnown] = useState({ cloudUrl: '', name: '' })
  useEffect(() => {
    const { cloudUrl } = asked
    if (cloudUrl === '') return undefined
    let over = false
    void untilAnswered(() => app.session.waysOfSigningIn({ cloudUrl }), pause).then((answer) => {
      if (!over) setKnown({ cloudUrl, name: (answer.ok && answer.value.openId?.name) || '' })
    })
    return () => {
      over = true
    }
  }, [asked])
  return known.cloudUrl === asked.cloudUrl && known.name !== '' ? known.name : null
}
