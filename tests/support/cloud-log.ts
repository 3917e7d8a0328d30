import type { LogLine } from '../../core/desk-log/desk-log.ts'
import type { Desk } from './cloud-desk.ts'

let cards = 0

/** The UID of a card that no test has used. */
export const freshCard = () => `BEEF${String((cards += 1)).padStart(6, '0')}`

/** What the desk log was told by some work. */
export async function loggedBy(desk: Desk, work: () => Promise<unknown>) {
  const { newest } = await desk.log()
  await work()
  return desk.log({ newerThan: newest })
}

export const inWords = ({ what, person, card, instead, refusal }: LogLine) =>
  [what, person, card, ...(instead ? [instead] : []), ...(refusal ? [refusal] : [])].join(' ')
