import { useState } from 'react'
import type { ReaderChange } from '../../../core/desk-reader.ts'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'

/** Changes what is remembered about a reader; what the store refuses is a sentence. */
export function useChangeReader(reader: string) {
  const [problem, setProblem] = useState<string>()
  async function change(set: ReaderChange['set']) {
    const answer = await app.readers.change({ reader, set })
    setProblem(answer.ok ? undefined : t.failures[answer.code](answer))
  }
  return { problem, change }
}
