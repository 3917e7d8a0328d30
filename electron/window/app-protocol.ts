import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CustomScheme, Session } from 'electron'
import { noncePlaceholder, productionPolicy } from './content-security-policy.ts'

export const appOrigin = 'app://tapdesk'

/** To be registered before the app is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, codeCache: true },
}

/** What the page is told with its own first byte; any JSON value. */
export type TellPage = () => unknown

/**
 * Serves the built window from `folder`, which may lie inside an asar archive. Electron calls this way
 * deprecated; `protocol.handle` loads a whole `fetch` first, a tenth of what a start costs main.
 */
export function handleAppProtocol(session: Session, folder: string, tell: TellPage): void {
  session.protocol.registerBufferProtocol('app', (request, answer) =>
    answer(serveFile(request.url, folder, tell)),
  )
}

export type Served = {
  readonly statusCode: 200 | 404
  readonly headers: Record<string, string>
  readonly data: Buffer
}

/** Whatever is not a file in the folder is 404, whether it exists elsewhere or not. */
export function serveFile(url: string, folder: string, tell: TellPage): Served {
  const file = fileWithin(url, folder)
  const type = file === null ? undefined : typeByExtension[path.extname(file)]
  if (file === null || type === undefined) return notFound
  const data = read(file)
  if (data === null) return notFound
  const headers = { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' }
  if (path.extname(file) !== '.html') return { statusCode: 200, headers, data }

  const nonce = randomBytes(16).toString('base64')
  const page = data.toString('utf8').replaceAll(noncePlaceholder, nonce)
  return {
    statusCode: 200,
    headers: { ...headers, 'Content-Security-Policy': productionPolicy(nonce) },
    data: Buffer.from(page.replace(toldPlaceholder, () => inAttribute(JSON.stringify(tell())))),
  }
}

/** Stands in the built page where the value of `TellPage` goes. */
export const toldPlaceholder = 'tapdesk-told'

/** In one piece: a few hundred kilobytes, read once per start. */
function read(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

function inAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
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

const notFound: Served = { statusCode: 404, headers: {}, data: Buffer.alloc(0) }
