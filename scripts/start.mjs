/** `npm start`: from whatever state the clone is in to the open window. */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from './run/build.mjs'
import { runInForeground } from './run/child.mjs'
import { needsDisplay, startDisplay } from './run/display.mjs'
import { inRoot, root } from './setup/paths.mjs'
import { exitOnStop, say } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'

process.exitCode = await exitOnStop(start)

async function start() {
  const ready = await setUp()
  const env = environment(ready)
  await buildApp(ready.node, env)
  const args = [root, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const given = process.argv.slice(2)
  if (!needsDisplay()) {
    return runInForeground(ready.electron.executable, [...args, ...given], { env })
  }
  const display = await startDisplay()
  try {
    env.DISPLAY = display.name
    env.TAPDESK_PICTURE = picture()
    say(
      `there is no display: the window is on a virtual one, its picture in ${env.TAPDESK_PICTURE}`,
    )
    // Where there is no display there is no desktop bus either, which Chromium would lament.
    const virtual = [...args, '--disable-gpu', '--log-level=3', ...given]
    return await runInForeground(ready.electron.executable, virtual, { env })
  } finally {
    await display.stop()
  }
}

/** Where the app writes what its window shows, again after every change of screen. */
function picture() {
  const file = path.resolve(process.env.TAPDESK_PICTURE ?? inRoot('.cache', 'window.png'))
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  return file
}
