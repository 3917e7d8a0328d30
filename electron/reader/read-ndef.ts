import { ndefText } from './commands/ndef-text.ts'
import { pageBytes, readBinary } from './commands/read-binary.ts'
import type { ReadUidDeps, Transmit } from './read-uid.ts'

export type ReadNdefDeps = Pick<ReadUidDeps, 'transmit' | 'pause' | 'stillThere'>

/** The card's number is known by then: no person waits longer for its text, in milliseconds. */
const LONGEST_MS = 1000
const FIRST_PAGE = 3
/** Pages are numbered in one byte. */
const PAGES = 256

/**
 * The text of a Type 2 tag's first text record; null where there is none, where the card speaks otherwise,
 * or when it left or fell silent meanwhile. Reads no further than the text goes.
 */
export async function readNdef(deps: ReadNdefDeps): Promise<string | null> {
  let inTime = true
  const late = deps.pause(LONGEST_MS).then(() => {
    inTime = false
    return null
  })
  return Promise.race([read(deps.transmit, () => inTime && deps.stillThere()), late])
}

async function read(transmit: Transmit, goOn: () => boolean): Promise<string | null> {
  let memory = new Uint8Array()
  for (;;) {
    const found = ndefText(memory)
    if (found.kind !== 'more') return found.kind === 'text' ? found.text : null
    const page = FIRST_PAGE + memory.length / pageBytes
    if (page >= PAGES || !goOn()) return null
    const data = await readPages(transmit, page)
    if (data === null) return null
    memory = Uint8Array.of(...memory, ...data)
  }
}

async function readPages(transmit: Transmit, page: number): Promise<Uint8Array | null> {
  const first = await ask(transmit, page)
  const answer = first.kind === 'wrong-length' ? await ask(transmit, page, first.length) : first
  return answer.kind === 'data' ? answer.data : null
}

async function ask(transmit: Transmit, page: number, length?: number) {
  const exchange = await transmit(readBinary.build(page, length))
  return exchange.ok ? readBinary.parse(exchange.response) : { kind: 'none' as const }
}
