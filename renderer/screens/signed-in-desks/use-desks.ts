import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { DoorCode } from '../../../contracts/door.ts'
import type { Failure, Result } from '../../../contracts/result.ts'
import type { FailureCode } from '../../messages/failure-code.ts'

type Asked<T> = () => Promise<Result<T, FailureCode | DoorCode>>

export type Desks<Row> = {
  /** null: not answered yet. */
  readonly rows: readonly Row[] | null
  readonly failure: Failure<FailureCode> | null
  readonly read: () => void
  /** Asks for something to be done, and reads again. */
  readonly after: (ask: Asked<void>) => void
}

/** Goes up whenever a sign-in was ended: every list on the page is then read again. */
const useRound = create<{ readonly round: number }>()(() => ({ round: 0 }))

/** A list of sign-ins as the cloud has it now. */
export function useDesks<Row>(list: Asked<Row[]>): Desks<Row> {
  const { round } = useRound()
  const [rows, setRows] = useState<readonly Row[] | null>(null)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)

  async function read() {
    const answer = await list()
    if (answer.ok) setRows(answer.value)
    setFailure(answer.ok ? null : answer)
  }
  async function after(ask: Asked<void>) {
    const answer = await ask()
    if (answer.ok) useRound.setState({ round: round + 1 })
    else setFailure(answer)
  }
  useEffect(() => {
    void read()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the question is always the same
  }, [round])
  return { rows, failure, read: () => void read(), after: (ask) => void after(ask) }
}
