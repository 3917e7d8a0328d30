/** Tells whoever started the program how far it is. */
export type Mark = (mark: 'painted' | 'shown' | 'tapped', screen?: string) => void

/** One line of JSON per mark on standard output when asked for, for measurements from outside; else nothing. */
export function createMarks(wanted: boolean, write: (line: string) => void): Mark {
  if (!wanted) return () => {}
  return (mark, screen) => write(`${JSON.stringify({ mark, screen })}\n`)
}
