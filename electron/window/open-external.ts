/** Links may leave the program only towards the web and mail; everything else can start programs. */
const allowedProtocols = new Set(['https:', 'mailto:'])

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

export function mayOpenOutside(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  return parsed !== null && allowedProtocols.has(parsed.protocol) && parsed.username === ''
}

/** Where a cloud may send the browser to sign somebody in: the web, or a program on this computer. */
export function mayOpenToSignIn(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false
  return (
    parsed.protocol === 'https:' || (parsed.protocol === 'http:' && loopback.test(parsed.hostname))
  )
}
