/** Prints the Electron executable in use; `--json` prints all that setup prepared. */
import { exitOnStop } from './setup/say.mjs'
import { setUp } from './setup/set-up.mjs'

const ready = await exitOnStop(() => setUp())
const asJson = process.argv.includes('--json')
process.stdout.write(`${asJson ? JSON.stringify(ready) : ready.electron.executable}\n`)
