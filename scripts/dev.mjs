/** `npm run dev`: the app on Vite's server; what changes in the window is replaced while it runs. */
import { runInForeground } from './run/child.mjs'
import { needsDisplay, startDisplay } from './run/display.mjs'
import { inModules, inRoot } from './setup/paths.mjs'
import { exitOnStop, say } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'

process.exitCode = await exitOnStop(develop)

async function develop() {
  const ready = await setUp()
  const env = environment(ready)
  const tool = inModules('electron-vite/bin/electron-vite.js')
  const root = process.getuid?.() === 0
  const given = process.argv.slice(2)
  // A profile of its own: unfinished code must not meet the work of a real desk.
  const profile = given.some((argument) => argument.startsWith('--user-data-dir='))
    ? []
    : [`--user-data-dir=${inRoot('.cache', 'dev-profile')}`]
  const args = [
    tool,
    'dev',
    '--watch',
    ...(root ? ['--noSandbox'] : []),
    '--',
    ...profile,
    ...given,
  ]
  if (!needsDisplay()) return runInForeground(ready.node.executable, args, { env })
  const display = await startDisplay()
  try {
    env.DISPLAY = display.name
    env.TAPDESK_PICTURE ??= inRoot('.cache', 'window.png')
    say(`there is no display: a picture of the window is in ${env.TAPDESK_PICTURE}`)
    return await runInForeground(ready.node.executable, [...args, '--disable-gpu'], { env })
  } finally {
    await display.stop()
  }
}
