import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { CustomScheme, Session } from 'electron'
import { noncePlaceholder, productionPolicy } from './content-security-policy.ts'

export const appOrigin = 'app://tapdesk'

/** To be registered before the app is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, codeCache: true },
}

/** Serves the built window from `folder`, which may lie inside an asar archive. */
export function handleAppProtocol(session: Session, folder: string): void {
  session.protocol.handle('app', (request) => serveFile(request.url, folder))
}

/** Whatever is not a file in the folder is 404, whether it exists elsewhere or not. */
export async function serveFile(url: string, folder: string): Promise<Response> {
  const file = fileWithin(url, folder)
  const type = file === null ? undefined : typeByExtension[path.extname(file)]
  if (file === null || type === undefined) return notFound()
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return notFound()
  const headers = { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' }
  if (path.extname(file) !== '.html') return new Response(new Uint8Array(bytes), { headers })

  const nonce = randomBytes(16).toString('base64')
  const page = bytes.toString('utf8').replaceAll(noncePlaceholder, nonce)
  return new Response(page, {
    headers: { ...headers, 'Content-Security-Policy': productionPolicy(nonce) },
  })
}

/** The file that `url` names, or null when it is not of this app or would leave the folder. */
export function fileWithin(url: string, folder: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || parsed.protocol !== 'app:' || parsed.host !== 'tapdesk') return null
  let name: string
  try {
    name = decodeURIComponent(parsed.pathname)
  } catch {
    return null
  }
  if (name.includes('\0') || name.includes('\\')) return null
  const file = path.resolve(folder, `.${name}`)
  const way = path.relative(folder, file)
  const outside = way === '' || way === '..' || way.startsWith(`..${path.sep}`)
  return outside || path.isAbsolute(way) ? null : file
}

const typeByExtension: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
