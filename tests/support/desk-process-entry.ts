import { deskOptions } from '../../contracts/desk.ts'
import { createDataRoot } from '../../electron/data/data-root.ts'

/** The data process as the app runs it, under Node instead of Electron. */
process.on('disconnect', () => process.exit())
const root = createDataRoot({
  options: deskOptions.parse(JSON.parse(process.argv[2] ?? 'null')),
  wire: {
    post: (message) => process.send?.(message),
    onMessage: (receive) => {
      process.on('message', receive)
      return () => process.off('message', receive)
    },
  },
  fetch,
  log: (message, error) => console.error(message, error),
})
await root.start()
