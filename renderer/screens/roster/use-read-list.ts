import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { ParseConfig, ParseResult } from 'papaparse'
import { type ReadList, readList } from '../../../core/roster/read-list.ts'

type Parse = (text: string, config: ParseConfig<string[]>) => ParseResult<string[]>

const config: ParseConfig<string[]> = { delimitersToGuess: ['\t', ';', ',', '|'] }

/** Who is on a list that was pasted or opened; null: nobody yet. The parser comes with the first text. */
export function useReadList(
  text: string,
  options: { readonly mayInvite: boolean; readonly swapped: boolean },
): ReadList | null {
  const { mayInvite, swapped } = options
  const [parse, setParse] = useState<Parse | null>(null)
  const isEmpty = text.trim() === ''
  useEffect(() => {
    if (isEmpty || parse !== null) return
    void import('papaparse').then(({ default: papa }) =>
      setParse(
        () => (given: string, how: ParseConfig<string[]>) => papa.parse<string[]>(given, how),
      ),
    )
  }, [isEmpty, parse])
  const given = useDeferredValue(text)
  return useMemo(
    () =>
      parse === null || given.trim() === ''
        ? null
        : readList(parse(given, config).data, { mayInvite, swapped }),
    [parse, given, mayInvite, swapped],
  )
}
