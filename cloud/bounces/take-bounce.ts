import type { CloudDatabase } from '../store/open-database.ts'
import { readReport } from './delivery-report.ts'
import { type Bounce, noteBounce } from './note-bounce.ts'

/** Reads a message that came back to one of our return addresses, and notes what it says. */
export async function takeBounce(
  db: CloudDatabase,
  {
    token,
    message,
    now,
    tell,
  }: {
    readonly token: string
    readonly message: Buffer
    readonly now: Date
    /** For the operator: the status of RFC 3463, never what was said about whom. */
    readonly tell: (facts: { readonly sign: string }) => void
  },
): Promise<Bounce> {
  const report = await readReport(message)
  const bounce = await noteBounce(db, token, report, now.toISOString())
  if (bounce === 'marked') tell({ sign: report?.failure?.status ?? 'unknown' })
  return bounce
}
