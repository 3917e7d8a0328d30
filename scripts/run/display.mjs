import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const pdeathsig = '/usr/bin/setpriv'

/** Is there nothing to show a window on? Windows and macOS always have a display. */
export function needsDisplay(platform = process.platform, env = process.env) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/**
 * A virtual display of its own: `{ name, stop }`, name like ":99". Xvfb picks the number and says it
 * once it listens; it ends with this process, even a killed one.
 */
export async function startDisplay(size = '1440x900') {
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset']
  const dying = existsSync(pdeathsig)
  const command = dying ? pdeathsig : 'Xvfb'
  const xvfb = spawn(command, dying ? ['--pdeathsig', 'TERM', 'Xvfb', ...args] : args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // Not in the terminal's group: Ctrl+C is for the app, whose last frames still need a display.
    detached: true,
  })
  return { name: `:${await numberFrom(xvfb)}`, stop: () => stop(xvfb) }
}

function numberFrom(xvfb) {
  return new Promise((resolve, reject) => {
    let number = ''
    let complaint = ''
    xvfb.stderr.on('data', (chunk) => (complaint += chunk))
    xvfb.stdio[3].on('data', (chunk) => {
      number += chunk
      if (number.includes('\n')) resolve(number.trim())
    })
    xvfb.once('error', reject)
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}: ${complaint}`)))
  })
}

async function stop(xvfb) {
  if (xvfb.exitCode !== null || xvfb.signalCode !== null) return
  const ended = new Promise((resolve) => xvfb.once('exit', resolve))
  xvfb.kill('SIGTERM')
  await ended
}
