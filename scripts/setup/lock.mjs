import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './say.mjs'

const pollMs = 200

/**
 * Runs `work` while no other setup of this person does: two at once would unpack over each other.
 * The lock is a folder (mkdir is atomic everywhere) with its owner's process id; a dead owner's is
 * taken over.
 */
export async function alone(folder, work) {
  mkdirSync(path.dirname(folder), { recursive: true })
  let told = false
  while (!take(folder)) {
    if (!told) say('waiting for another setup to finish')
    told = true
    await wait(pollMs)
  }
  const release = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take(folder) {
  const owner = path.join(folder, 'pid')
  try {
    mkdirSync(folder)
    writeFileSync(owner, String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isAbandoned(owner)) return false
  rmSync(folder, { recursive: true, force: true })
  return false
}

function isAbandoned(owner) {
  let pid
  try {
    pid = Number(readFileSync(owner, 'utf8'))
  } catch {
    return false
  }
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
