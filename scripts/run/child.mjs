import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const graceMs = 5000

/**
 * Runs a program in the foreground and resolves with its exit code. Signals to us are passed on,
 * and what does not end within the grace period is killed. A signal gives 128 + its number, as in a shell.
 */
export function runInForeground(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  let timer
  const passOn = (signal) => {
    child.kill(signal)
    timer ??= setTimeout(() => child.kill('SIGKILL'), graceMs)
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(timer)
      for (const each of signals) process.off(each, passOn)
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}
