import {
  BrowserWindow,
  type WebContents,
  type WebFrameMain,
  nativeTheme,
  screen,
  shell,
} from 'electron'
import { type TellPage, appOrigin, handleAppProtocol } from './app-protocol.ts'
import { lockContents, lockSession } from './lockdown.ts'
import { createPictures } from './picture.ts'
import { createMarks } from './marks.ts'
import { placeWindow, smallest } from './window-bounds.ts'
import { keepWindowState, readWindowState } from './window-state.ts'

export type DeskWindowDeps = {
  /** What the title bar says. */
  readonly productName: string
  readonly preloadFile: string
  /** The built window. */
  readonly folder: string
  /** What the page need not ask for. */
  readonly tell: TellPage
  /** Vite's address in development, otherwise null. */
  readonly devUrl: string | null
  readonly windowStateFile: string
  /** Where the window keeps a picture of itself (PNG); null for none. */
  readonly pictureFile: string | null
  /** Whether to print how far the window is; see `marks.ts`. */
  readonly marks: boolean
  readonly log: (message: string, error: unknown) => void
}

export type DeskWindow = {
  /** Resolves when the page shows its first screen, or cannot be loaded. */
  readonly start: () => Promise<void>
  readonly stop: () => void
  /** Brings the window to the front. */
  readonly focus: () => void
  readonly onFocus: (listener: () => void) => void
  /** Keyboard or mouse, in the window. */
  readonly onInput: (listener: () => void) => void
  /** Loads the page anew, and with it nothing of what the present one knows. */
  readonly reload: () => void
  readonly send: (channel: string, ...values: readonly unknown[]) => void
  /** Whether a message comes from the page that this window was opened for. */
  readonly isOwnFrame: (contents: WebContents, frame: WebFrameMain | null) => boolean
  /** The page shows something new. */
  readonly shown: (screen: string) => void
}

/** A page that ends at once again is not tried in a tight loop. */
const reloadPauseMs = 500

export function createDeskWindow(deps: DeskWindowDeps): DeskWindow {
  const saved = readWindowState(deps.windowStateFile)
  const workAreas = [
    screen.getPrimaryDisplay().workArea,
    ...screen.getAllDisplays().map((display) => display.workArea),
  ]
  const window = new BrowserWindow({
    ...placeWindow(saved?.bounds ?? null, workAreas),
    minWidth: smallest.width,
    minHeight: smallest.height,
    title: deps.productName,
    // The colours of the static shell in index.html: nothing flashes before it is painted.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#131619' : '#f4f6f8',
    webPreferences: {
      preload: deps.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      devTools: deps.devUrl !== null,
      v8CacheOptions: 'bypassHeatCheckAndEagerCompile',
    },
  })
  const { webContents } = window
  const origin = deps.devUrl === null ? appOrigin : new URL(deps.devUrl).origin
  const lockdown = {
    origins: [origin],
    openOutside: (url: string) => void shell.openExternal(url),
  }
  lockSession(webContents.session, lockdown)
  lockContents(webContents, lockdown)
  handleAppProtocol(webContents.session, deps.folder, deps.tell)
  keepWindowState(window, deps.windowStateFile)
  if (saved?.maximised) window.maximize()
  window.on('page-title-updated', (event) => event.preventDefault())
  webContents.on('render-process-gone', (_event, details) => {
    deps.log('the window process ended', details)
    if (details.reason === 'clean-exit') return
    setTimeout(() => {
      if (!window.isDestroyed()) webContents.reload()
    }, reloadPauseMs)
  })

  const takePicture =
    deps.pictureFile === null ? () => {} : createPictures(webContents, deps.pictureFile)
  webContents.on('did-finish-load', takePicture)
  const mark = createMarks(deps.marks, (line) => process.stdout.write(line))
  window.once('ready-to-show', () => mark('painted'))
  let settle = () => {}
  const settled = new Promise<void>((resolve) => (settle = resolve))

  return {
    start: () => {
      window.loadURL(deps.devUrl ?? `${appOrigin}/index.html`).catch((error: unknown) => {
        deps.log('the window did not load', error)
        settle()
      })
      return settled
    },
    stop: () => {
      if (!window.isDestroyed()) window.destroy()
    },
    focus: () => {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.focus()
    },
    onFocus: (listener) => window.on('focus', listener),
    onInput: (listener) => webContents.on('input-event', listener),
    reload: () => {
      if (!window.isDestroyed()) webContents.reload()
    },
    send: (channel, ...values) => {
      if (!window.isDestroyed()) webContents.send(channel, ...values)
    },
    isOwnFrame: (contents, frame) =>
      contents === webContents && frame === webContents.mainFrame && frame.origin === origin,
    shown: (name) => {
      settle()
      mark('shown', name)
      takePicture()
    },
  }
}
