import type { FromReader } from './messages.ts'
import { createPcscReader } from './pcsc-reader.ts'
import { systemAfter } from './reader.ts'
import { serveReader } from './serve-reader.ts'

/** The end of the channel that Electron gives a utilityProcess. */
type ParentPort = { postMessage: (message: FromReader) => void }
type WithParentPort = { parentPort?: ParentPort }

/** Electron's channel in the app, Node's where the process was forked by Node. */
function channel(): (message: FromReader) => void {
  const { parentPort }: WithParentPort = process
  if (parentPort) return parentPort.postMessage.bind(parentPort)
  process.on('disconnect', () => process.exit())
  return (message) => process.send?.(message)
}

await serveReader({
  reader: createPcscReader({ after: systemAfter }),
  post: channel(),
  after: systemAfter,
})
