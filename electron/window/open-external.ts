/** Links may leave the program only towards the web and mail; everything else can start programs. */
const allowedProtocols = new Set(['https:', 'mailto:'])

export function mayOpenOutside(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed !== null && allowedProtocols.has(parsed.protocol) && parsed.username === ''
}
