import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import { type SessionView, sessionView } from '../../core/session.ts'

type Session = Asking<Ipc>['session']

export type SessionMemory = {
  /** What is known now; null when only the data process can tell. */
  readonly view: () => SessionView | null
  readonly follow: (view: SessionView) => void
  /** The session's questions, of which the first is answered from memory where possible. */
  readonly before: (session: Session) => Session
}

/**
 * Lets the window paint its first screen while the data process still starts: until that process speaks,
 * the view is what it was at the end of the last run, and on a new profile nobody is signed in. A file
 * that is missing, unreadable or cannot be written costs time, nothing else.
 */
export function createSessionMemory(options: {
  readonly file: string
  /** The data process's own file: without it this profile is new. */
  readonly profileFile: string
  readonly suggestedCloudUrl: string | null
}): SessionMemory {
  let view = existsSync(options.profileFile) ? remembered(options.file) : newProfile(options)
  let written = ''
  return {
    view: () => view,
    follow(next) {
      view = next
      const text = JSON.stringify(next)
      if (text === written || next.state === 'starting' || next.state === 'blocked') return
      written = text
      write(options.file, text)
    },
    before: (session) => ({
      ...session,
      get: () => (view === null ? session.get() : Promise.resolve(ok(view))),
    }),
  }
}

function newProfile({ suggestedCloudUrl }: { suggestedCloudUrl: string | null }): SessionView {
  return { state: 'signed-out', cloudUrl: suggestedCloudUrl ?? '', email: '', waiting: [] }
}

function remembered(file: string): SessionView | null {
  try {
    const parsed = sessionView.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (!parsed.success) return null
    const last = parsed.data
    // What was in memory only ended with the last run; in the demo it comes back by itself.
    const lost = last.state === 'signed-in' && last.token === 'memory' && !last.identity.demo
    return lost ? { ...last, token: 'none' } : last
  } catch {
    return null
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(`${file}.new`, text, { mode: 0o600 })
    renameSync(`${file}.new`, file)
  } catch {
    return
  }
}
