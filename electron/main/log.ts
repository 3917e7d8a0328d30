import { logFacts, logLines } from '../../core/log-facts.ts'

/** `error` is whatever was thrown or reported: nothing of what it says reaches the file. */
export type Log = (message: string, error: unknown) => void

/** Rotated at 1 MiB, kept beside the profile; nothing goes to the terminal. */
export function createLog(file: string): Log {
  let opened: Promise<Log> | null = null
  return (message, error) => {
    opened ??= open(file)
    void opened.then((log) => log(message, error))
  }
}

/** Loaded with the first thing that goes wrong: it brings HTTP clients that no start needs. */
async function open(file: string): Promise<Log> {
  const { default: electronLog } = await import('electron-log/node')
  const log = electronLog.create({ logId: 'tapdesk' })
  log.transports.file.resolvePathFn = () => file
  log.transports.file.maxSize = 1024 * 1024
  log.transports.console.level = false
  return (message, error) =>
    log.warn(
      message,
      message.endsWith(':') ? logLines(String(error)) : JSON.stringify(logFacts(error)),
    )
}
