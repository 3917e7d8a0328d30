import { createHash } from 'node:crypto'

/** The same id in every demo cloud (a UUID of version 8: made by own rules). */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`tapdesk demo ${name}`).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}
