import { useEffect, useState } from 'react'
import type { Result } from '../../contracts/result.ts'
import { pause } from '../pause.ts'
import { untilAnswered } from '../stores/until-answered.ts'

/** The last answer to a question that changes with `about`; stays while the next one is on its way. */
export function useAnswer<T, Code extends string>(
  about: string,
  ask: () => Promise<Result<T, Code | 'unavailable'>>,
): T | null {
  const [answer, setAnswer] = useState<T | null>(null)
  useEffect(() => {
    let wanted = true
    void untilAnswered(ask, pause).then((given) => {
      if (wanted && given.ok) setAnswer(given.value)
    })
    return () => {
      wanted = false
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the question is what it is about
  }, [about])
  return answer
}
