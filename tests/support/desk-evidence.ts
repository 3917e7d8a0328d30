import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import Driver from 'better-sqlite3'
import { z } from 'zod'

const outcome = z.object({ opId: z.string(), outcome: z.string(), reason: z.string().nullable() })

/** The one database of a desk in a profile. */
export function deskFile(profile: string): string {
  const folder = path.join(profile, 'desks')
  const [name, ...others] = readdirSync(folder).filter((each) => each.endsWith('.db'))
  if (name === undefined || others.length > 0) throw new Error('not one desk in this profile')
  return path.join(folder, name)
}

/** What became of everything that this desk accepted; the program must have ended. */
export function deskOutcomes(profile: string) {
  const db = new Driver(deskFile(profile), { readonly: true })
  try {
    const rows = db.prepare('SELECT op_id AS opId, outcome, reason FROM op_log').all()
    return z.array(outcome).parse(rows)
  } finally {
    db.close()
  }
}

/** Everything that the desk log of this desk holds; the program must have ended. */
export function deskLogText(profile: string): string {
  const db = new Driver(deskFile(profile), { readonly: true })
  try {
    return JSON.stringify(db.prepare('SELECT * FROM log_line').all())
  } finally {
    db.close()
  }
}

/** As a later version of the program would leave it. */
export function makeNewer(file: string): void {
  const db = new Driver(file)
  db.pragma('user_version = 9999')
  db.close()
}

/** To show that a file was not touched. */
export function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
