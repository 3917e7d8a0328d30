import type { App, BaseWindow, BrowserWindow, Dialog } from 'electron'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { Words } from './words.ts'

export type FarewellDeps = {
  readonly app: Pick<App, 'on' | 'quit'>
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly sync: Pick<Asking<Ipc>['sync'], 'changed'>
  readonly productName: string
  readonly words: () => Words
}

/**
 * Asks a person who closes the window while something has not reached the cloud. It is safe anyway, so
 * the system, a signal or an update that ends the program is never kept waiting.
 */
export function createFarewell(deps: FarewellDeps) {
  const { app, dialog, words, productName } = deps
  let unsent = 0
  let quitting = false
  let asking = false
  deps.sync.changed((status) => void (unsent = status.waiting))
  app.on('before-quit', () => void (quitting = true))
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (event) => {
      if (quitting || unsent === 0) return
      event.preventDefault()
      if (!asking) void ask(window)
    })
  })

  async function ask(window: BrowserWindow): Promise<void> {
    asking = true
    const said = words()
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: said.unsent(unsent),
      detail: said.unsentIsSafe(productName),
      buttons: [said.keepOpen, said.quitAnyway],
      defaultId: 0,
      cancelId: 0,
    })
    asking = false
    if (response === 1) app.quit()
  }

  return {
    /** As the window's own close button does. */
    quit: (window: BaseWindow | undefined) => (window === undefined ? app.quit() : window.close()),
  }
}
