import type { Session, WebContents } from 'electron'
import { mayOpenOutside } from './open-external.ts'

export type LockdownDeps = {
  /** Origins the window may load from: the app's own, and Vite's in development. */
  readonly origins: readonly string[]
  readonly openOutside: (url: string) => void
}

/** No permissions and no network for anything in this session but the app's own files. */
export function lockSession(session: Session, deps: LockdownDeps): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwn(details.url, deps.origins) })
  })
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

/** No navigation, no second window, no webview; links go to the system's browser if they may. */
export function lockContents(contents: WebContents, deps: LockdownDeps): void {
  contents.on('will-navigate', (event) => {
    // Hot reload loads the same page again.
    if (event.url !== contents.getURL()) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) deps.openOutside(url)
    return { action: 'deny' }
  })
}

/** DevTools' own pages and the WebSocket of hot reload are needed in development only. */
export function isOwn(url: string, origins: readonly string[]): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null) return false
  const origin = `${parsed.protocol}//${parsed.host}`.replace(/^ws:/, 'http:')
  const development = origins.some((own) => own.startsWith('http:'))
  return origins.includes(origin) || (development && parsed.protocol === 'devtools:')
}
