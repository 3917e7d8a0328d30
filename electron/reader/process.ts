import type { FromReader } from './messages.ts'
import { createPcscReader } from './pcsc-reader.ts'
import { systemAfter } from './reader.ts'
import { serveReader } from './serve-reader.ts'

type Channel = {
  post: (message: FromReader) => void
  listen: (receive: (message: unknown) => void) => void
}

/** The end of the channel that Electron gives a utilityProcess. */
type ParentPort = {
  postMessage: (message: FromReader) => void
  on: (name: 'message', listener: (event: { data: unknown }) => void) => void
}
type WithParentPort = { parentPort?: ParentPort }

/** Electron's channel in the app, Node's where the process was forked by Node. */
function channel(): Channel {
  const { parentPort }: WithParentPort = process
  if (parentPort) {
    return {
      post: parentPort.postMessage.bind(parentPort),
      listen: (receive) => parentPort.on('message', ({ data }) => receive(data)),
    }
  }
  process.on('disconnect', () => process.exit())
  return {
    post: (message) => process.send?.(message),
    listen: (receive) => process.on('message', receive),
  }
}

await serveReader({
  reader: createPcscReader({ after: systemAfter }),
  ...channel(),
  after: systemAfter,
})
