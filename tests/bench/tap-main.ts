import path from 'node:path'
import { app, utilityProcess } from 'electron'
import { readerProcessEnv } from '../../electron/reader/reader-process.ts'
import { systemAfter } from '../../electron/reader/reader.ts'
import { createReaderSupervisor } from '../../electron/reader/supervisor.ts'

/** Electron's main process with nothing in it but the readers: prints UID and time of each tap. */
const readers = createReaderSupervisor({
  spawn: () => {
    const script = path.join(import.meta.dirname, 'process.js')
    const child = utilityProcess.fork(script, [], { env: { ...process.env, ...readerProcessEnv } })
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process has no origin
      wire: { post: (message) => child.postMessage(message) },
      onMessage: (receive) => void child.on('message', receive),
      onExit: (ended) => void child.once('exit', ended),
      kill: () => void child.kill(),
    }
  },
  simulated: null,
  wedge: null,
  now: () => performance.now(),
  after: systemAfter,
  onStatus: ({ service }) => service === 'ready' && console.log('ready'),
  onTap: ({ uid }) => {
    const at = process.hrtime.bigint()
    console.log(`${uid} ${at}`)
  },
})

// Electron is ready only after this module has run to its end, so nothing may be awaited here.
void app.whenReady().then(readers.start)
