import type { App } from 'electron'
import type { Answering, Asking } from '../../contracts/door.ts'
import type { Desk } from '../../contracts/desk.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'

export type AboutDeps = {
  readonly appVersion: string
  readonly testBuild: boolean
  readonly process: Asking<Desk>['process']
}

/** The system's own panel. */
export function showAbout(app: App, about: { productName: string; appVersion: string }): void {
  app.setAboutPanelOptions({
    applicationName: about.productName,
    applicationVersion: about.appVersion,
    version: `Electron ${process.versions['electron'] ?? '?'}`,
  })
  app.showAboutPanel()
}

/** Which program this is; SQLite's version is `?` while the data process is away. */
export function createAbout(deps: AboutDeps): Answering<Ipc>['app']['about'] {
  return async () => {
    const versions = await deps.process.versions()
    return ok({
      version: deps.appVersion,
      electron: process.versions['electron'] ?? '?',
      sqlite: versions.ok ? versions.value.sqlite : '?',
      testBuild: deps.testBuild,
    })
  }
}
