import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from './say.mjs'

const pollMs = 200
/** An owner writes its process id right after making the folder. */
const namelessMs = 10_000

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
  if (!isAbandoned(folder, owner)) return false
  rmSync(folder, { recursive: true, force: true })
  return false
}

function isAbandoned(folder, owner) {
  try {
    const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0
    if (pid) return !isAlive(pid)
    return Date.now() - statSync(folder).mtimeMs > namelessMs
  } catch {
    // Released between our two looks; the next try finds out.
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code !== 'ESRCH'
  }
}
