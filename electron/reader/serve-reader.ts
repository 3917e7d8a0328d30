import {
  HEARTBEAT_MS,
  type FromReader,
  type ReaderAnswer,
  type ReaderQuestion,
  toReader,
} from './messages.ts'
import type { PcscReader } from './pcsc-reader.ts'
import type { After, ReaderPort } from './reader.ts'

export type ServeReaderDeps = {
  reader: PcscReader
  post: (message: FromReader) => void
  /** Hands over what the parent says. */
  listen: (receive: (message: unknown) => void) => void
  after: After
}

/** What the reader process does all its life; it ends by being ended. */
export async function serveReader({ reader, post, listen, after }: ServeReaderDeps): Promise<void> {
  const beat = () => {
    post({ type: 'alive' })
    after(HEARTBEAT_MS, beat)
  }
  beat()
  listen((message) => {
    const told = toReader.parse(message)
    if (told.type === 'read-text') return reader.readText(told.on)
    const { id, reader: name, question } = told
    void answer(reader, name, question).then((given) => post({ type: 'answer', id, answer: given }))
  })
  await reader.start({
    onStatus: (status) => post({ type: 'status', status }),
    onTap: (tap) => post({ type: 'tap', tap }),
  })
}

async function answer(
  reader: ReaderPort,
  name: string,
  question: ReaderQuestion,
): Promise<ReaderAnswer> {
  switch (question.kind) {
    case 'signal':
      return { kind: 'signal', refusal: await reader.signal(name, question.signal) }
  }
}
