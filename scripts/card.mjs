/** `npm run card -- HEX [--atr HEX]`: everything that can be said about a card number, as one line of JSON. */
import { existsSync } from 'node:fs'
import { runInForeground } from './run/child.mjs'
import { findNode } from './setup/node24.mjs'
import { inModules, inRoot } from './setup/paths.mjs'
import { Stop, exitOnStop } from './setup/say.mjs'

process.exitCode = await exitOnStop(async () => {
  if (!existsSync(inModules('zod'))) {
    throw new Stop('Card numbers need what "npm run setup" installs. Please run that first.')
  }
  const print = inRoot('scripts/card/print-card.mjs')
  return runInForeground(findNode().executable, [print, ...process.argv.slice(2)])
})
