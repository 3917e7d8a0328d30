import path from 'node:path'
import type { App } from 'electron'
import type { DeskOptions } from '../../contracts/desk.ts'
import type { OpenEmbeddedCloud } from '../../contracts/host.ts'
import type { ChildOptions } from './child-process.ts'
import type { createSessionMemory } from './session-memory.ts'

/** How this start was asked for, by command line and environment. */
export type Settings = {
  /** What the title bar says. */
  readonly productName: string
  readonly testBuild: boolean
  readonly appVersion: string
  readonly userDataDir: string
  readonly logFile: string
  readonly windowStateFile: string
  readonly sessionMemory: Parameters<typeof createSessionMemory>[0]
  readonly preferencesFile: string
  readonly pictureFile: string | null
  readonly marks: boolean
  /** Vite's address under `npm run dev`. */
  readonly devUrl: string | null
  /** How each process is started: its built script, and what it is told as one JSON argument. */
  readonly processes: Readonly<Record<'data' | 'reader' | 'cloud', ChildOptions>>
  readonly demoCloud: OpenEmbeddedCloud
  readonly preloadFile: string
  readonly folder: string
}

/** `builtFolder` is where main itself lies (`out/main`). */
export function readSettings(app: App, env: NodeJS.ProcessEnv, builtFolder: string): Settings {
  const given = app.commandLine.getSwitchValue('user-data-dir')
  const productName = app.isPackaged ? app.getName() : 'Tapdesk'
  const userDataDir =
    given === '' ? path.join(app.getPath('appData'), productName) : path.resolve(given)
  // A package brings the native part that fits; a clone is told which one setup built.
  const sqliteBinding = env['TAPDESK_SQLITE_BINDING'] ?? null
  const suggestedCloudUrl = env['TAPDESK_CLOUD_URL'] ?? null
  const appVersion = app.getVersion()
  const desk: DeskOptions = { userDataDir, appVersion, suggestedCloudUrl, sqliteBinding }
  const script = (name: string) => path.join(builtFolder, `${name}.js`)
  return {
    productName,
    testBuild: productName.endsWith(' TEST'),
    appVersion,
    userDataDir,
    logFile: path.join(userDataDir, 'logs', 'main.log'),
    windowStateFile: path.join(userDataDir, 'window.json'),
    sessionMemory: {
      file: path.join(userDataDir, 'session.json'),
      profileFile: path.join(userDataDir, 'profile.db'),
      suggestedCloudUrl,
    },
    preferencesFile: path.join(userDataDir, 'preferences.json'),
    pictureFile: env['TAPDESK_PICTURE'] ?? null,
    marks: env['TAPDESK_MARKS'] === '1',
    devUrl: app.isPackaged ? null : (env['ELECTRON_RENDERER_URL'] ?? null),
    processes: {
      data: { name: 'data', script: script('data'), args: [JSON.stringify(desk)] },
      reader: { name: 'reader', script: script('reader') },
      cloud: { name: 'cloud', script: script('cloud') },
    },
    demoCloud: {
      dataDir: path.join(userDataDir, 'demo-cloud'),
      ...(sqliteBinding === null ? {} : { nativeBinding: sqliteBinding }),
    },
    preloadFile: path.join(builtFolder, '../preload/index.cjs'),
    folder: path.join(builtFolder, '../renderer'),
  }
}

/** Name and folder of the profile; before anything of Electron reads them. */
export function applySettings(app: App, settings: Settings): void {
  app.setName(settings.productName)
  app.setPath('userData', settings.userDataDir)
}
