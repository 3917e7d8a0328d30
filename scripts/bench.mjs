/** `npm run bench -- NAME`: figures as lines of JSON, each a ratio to a baseline of the same run. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './setup/paths.mjs'
import { exitOnStop, Stop } from './setup/say.mjs'

const folder = inRoot('scripts', 'bench')
const known = readdirSync(folder).map((file) => path.basename(file, '.mjs'))

const code = await exitOnStop(async () => {
  const [name] = process.argv.slice(2)
  if (!known.includes(name)) {
    throw new Stop(
      `Say what to measure: npm run bench -- NAME, with NAME one of ${known.join(', ')}.`,
    )
  }
  await import(`./bench/${name}.mjs`)
  return process.exitCode ?? 0
})
process.exitCode = code
