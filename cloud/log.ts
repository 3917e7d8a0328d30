import { type LogFacts, logFacts } from '../core/log-facts.ts'
import { isDatabaseTrouble } from './store/database-trouble.ts'

export type Log = {
  readonly line: (event: string, facts?: LogFacts) => void
  /**
   * An error that should not happen, or trouble with the database: its kind and where, not its message,
   * which may quote a person's data.
   */
  readonly bug: (error: unknown) => void
}

/** One line of JSON per event on stderr, or silence. */
export function createLog(enabled: boolean): Log {
  const line: Log['line'] = (event, facts = {}) => {
    if (!enabled) return
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`)
  }
  return {
    line,
    bug: (error) => line(isDatabaseTrouble(error) ? 'database-trouble' : 'bug', logFacts(error)),
  }
}
