/** What a log may say: words of our own and numbers. */
export type LogFacts = Readonly<Record<string, string | number | boolean>>

/**
 * Of whatever was thrown or reported: what kind it is and where, never what it says. Messages quote what
 * people typed, and errors of network libraries carry whole requests with their tokens.
 */
export function logFacts(value: unknown): LogFacts {
  if (value instanceof Error) return factsOfError(value)
  if (typeof value === 'string') return { kind: 'string' }
  if (typeof value !== 'object' || value === null) return { kind: typeof value }
  const facts: Record<string, string | number | boolean> = {}
  for (const [name, part] of Object.entries(value)) {
    if (part instanceof Error) Object.assign(facts, factsOfError(part))
    else if (typeof part === 'number' || typeof part === 'boolean') facts[name] = part
    else if (typeof part === 'string' && told.has(name) && isWord(part)) facts[name] = part
  }
  return facts
}

/** What reports of our own are told apart by. */
const told = new Set(['kind', 'code', 'reason', 'opId'])

function factsOfError(error: Error): LogFacts {
  const frames = (error.stack ?? '').split('\n').filter((text) => /^\s+at /.test(text))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const where = frames.slice(0, 4).join(' <').replace(/\s+/g, ' ')
  return { kind: isWord(error.name) ? error.name : 'Error', code: isWord(code) ? code : '', where }
}

/** Codes and ids of our own; a name, an address or a card number is none of them. */
const isWord = (text: string) =>
  /^(?:[A-Za-z][A-Za-z_.-]{0,60}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.test(text)

/**
 * What another process wrote to its error output: frames of stacks, names of errors and lines of facts stay;
 * of everything else only how long it was.
 */
export function logLines(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (/^\s+at [^'"]*$/.test(line) || isFacts(line)) return line
      const named = /^(?:Uncaught )?(\w*(?:Error|Exception))\b/.exec(line)?.[1]
      return `${named ?? 'text'} (${line.length})`
    })
    .join('\n')
}

/** A line of facts, to be known again by `logLines`. */
export function factsLine(message: string, value: unknown): string {
  return JSON.stringify({ message, facts: logFacts(value) })
}

const isFacts = (line: string) => line.startsWith('{"message":"') && line.endsWith('}}')
