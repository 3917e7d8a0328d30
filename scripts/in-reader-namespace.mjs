/**
 * `node scripts/in-reader-namespace.mjs COMMAND…` runs COMMAND where it has a smart-card service, a
 * network and a display to itself: pcscd's socket and the ports of its virtual readers exist once
 * per machine, so tests bring their own. Needs no root. Elsewhere than on Linux it just runs COMMAND.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInForeground } from './run/child.mjs'
import { startDisplay } from './run/display.mjs'
import { run, tryRun } from './setup/run.mjs'
import { exitOnStop, Stop } from './setup/say.mjs'
import { environment, setUp } from './setup/set-up.mjs'

const inside = 'TAPDESK_IN_READER_NAMESPACE'
const person = 'TAPDESK_NAMESPACE_PERSON'
const command = process.argv.slice(2)

process.exitCode = await exitOnStop(() => {
  if (process.platform !== 'linux') return runCommand(process.env)
  if (process.env[inside] === 'ready') return runCommand(process.env)
  return process.env[inside] === 'entered' ? prepareAndRun() : enter()
})

async function enter() {
  const env = environment(await setUp({ purpose: 'test' }))
  const flags = unshareFlags()
  const script = fileURLToPath(import.meta.url)
  const args = [...flags, process.execPath, script, ...command]
  const who = `${process.getuid()}:${process.getgid()}`
  return runInForeground('unshare', args, { env: { ...env, [inside]: 'entered', [person]: who } })
}

/** Our own user namespace where that is allowed; root can do without. */
function unshareFlags() {
  const isRoot = process.getuid() === 0
  const flags = isRoot ? '-mn' : '-Urmn'
  const trial = tryRun('unshare', [flags, 'true'])
  if (trial.ok) return [flags]
  throw new Stop(
    [
      trial.output.trim(),
      'Tests with a card reader need namespaces, which this machine refuses to an ordinary user.',
      'Allow them (sysctl kernel.unprivileged_userns_clone=1; on Ubuntu also',
      'kernel.apparmor_restrict_unprivileged_userns=0) or run the tests as root.',
    ].join('\n'),
  )
}

async function prepareAndRun() {
  // Without root /run/pcscd cannot be made; a pcscd package brings it only while its daemon runs.
  const folder = existsSync('/run/pcscd') ? '/run/pcscd' : '/run'
  run('Mounting a private /run', 'mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'tmpfs', folder])
  run('Making /run/pcscd', 'mkdir', ['-p', '/run/pcscd'])
  run('Starting the loopback network', 'ip', ['link', 'set', 'lo', 'up'])
  const display = await startDisplay()
  try {
    return await runAsPerson({ ...process.env, [inside]: 'ready', DISPLAY: display.name })
  } finally {
    await display.stop()
  }
}

/** Ordinary people get their own id back, so that Chromium's sandbox is on as it is for them. */
function runAsPerson(env) {
  const [uid, gid] = env[person].split(':')
  if (uid === '0') return runCommand(env)
  const back = ['-U', `--map-user=${uid}`, `--map-group=${gid}`]
  return runInForeground('unshare', [...back, ...command], { env })
}

function runCommand(env) {
  const [program, ...args] = command
  return runInForeground(program, args, { env })
}
