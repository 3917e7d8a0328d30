/** `npm run setup`: everything that start and test need, and one more try for the pinned Electron. */
import { exitOnStop, say } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

await exitOnStop(async () => {
  const { electron } = await setUp({ purpose: 'test', retry: true })
  say(`ready, with Electron ${electron.version}`)
})
