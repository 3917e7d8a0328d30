import { HEARTBEAT_MS, type FromReader } from './messages.ts'
import type { After, ReaderPort } from './reader.ts'

export type ServeReaderDeps = {
  reader: ReaderPort
  post: (message: FromReader) => void
  after: After
}

/** What the reader process does all its life; it ends by being ended. */
export async function serveReader({ reader, post, after }: ServeReaderDeps): Promise<void> {
  const beat = () => {
    post({ type: 'alive' })
    after(HEARTBEAT_MS, beat)
  }
  beat()
  await reader.start({
    onStatus: (status) => post({ type: 'status', status }),
    onTap: (tap) => post({ type: 'tap', tap }),
  })
}
