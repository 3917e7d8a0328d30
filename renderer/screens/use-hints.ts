import { useEffect, useState } from 'react'
import type { Hints, HintsQuery } from '../../core/hints.ts'
import { app } from '../bridge.ts'

const restMs = 300
const none: Hints = { email: null, card: null, surface: null }

/**
 * What this computer knows of an email, a card and a printed number, once typing rests. Never in the way: without an answer
 * there is no hint, and what is no longer typed is no longer hinted at.
 */
export function useHints({ email, cardId, surfaceId, except }: HintsQuery): Hints {
  const [known, setKnown] = useState<{ readonly of: string; readonly hints: Hints } | null>(null)
  const asked = JSON.stringify([email, cardId, surfaceId, except])

  useEffect(() => {
    if (email === null && cardId === null && surfaceId === null) return
    let wanted = true
    async function ask() {
      const answer = await app.people.hints({ email, cardId, surfaceId, except })
      if (wanted && answer.ok) setKnown({ of: asked, hints: answer.value })
    }
    const timer = setTimeout(() => void ask(), restMs)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [asked, email, cardId, surfaceId, except])

  return known?.of === asked ? known.hints : none
}
