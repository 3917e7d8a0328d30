/** Stands in the built page where the nonce of each load goes; in development it is the nonce itself. */
export const noncePlaceholder = 'tapdesk-nonce'

/** Inline `style` attributes stay forbidden; React sets styles through the CSSOM, which needs no permission. */
export function productionPolicy(nonce: string): string {
  return policy({ ...base(nonce), 'connect-src': ["'none'"] })
}

/** The page comes from Vite on loopback, which also tells over a WebSocket what changed. */
export function devPolicy(nonce: string): string {
  return policy({
    ...base(nonce),
    // Vite adds style elements without a nonce when a stylesheet is hot-replaced.
    'style-src': ["'self'", "'unsafe-inline'"],
    'connect-src': ["'self'", 'ws://127.0.0.1:*', 'ws://localhost:*'],
  })
}

function base(nonce: string): Record<string, readonly string[]> {
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", `'nonce-${nonce}'`],
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'object-src': ["'none'"],
  }
}

function policy(sourcesByDirective: Record<string, readonly string[]>): string {
  return Object.entries(sourcesByDirective)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ')
}
