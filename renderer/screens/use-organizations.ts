import { useEffect, useState } from 'react'
import { app } from '../bridge.ts'

const restMs = 150

/**
 * Organizations used before that begin like `typed`, most used first; none while they are not known. Asked
 * again once people have changed: the first page may come after the form.
 */
export function useOrganizations(typed: string): readonly string[] {
  const [known, setKnown] = useState<readonly string[]>([])
  const prefix = typed.trim().slice(0, 200)

  useEffect(() => {
    let wanted = true
    async function ask() {
      const answer = await app.people.organizations({ prefix })
      if (wanted && answer.ok) setKnown(answer.value)
    }
    let timer = setTimeout(() => void ask(), restMs)
    const stop = app.people.changed(() => {
      clearTimeout(timer)
      timer = setTimeout(() => void ask(), restMs)
    })
    return () => {
      wanted = false
      stop()
      clearTimeout(timer)
    }
  }, [prefix])

  return known
}
