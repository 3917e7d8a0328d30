import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { App, Dialog } from 'electron'
import type { Answering } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { fail, ok } from '../../contracts/result.ts'

/** Asks where a file is to be, with the system's own dialog, and writes it there. */
export function createFiles(deps: {
  readonly dialog: Pick<Dialog, 'showSaveDialog'>
  readonly app: Pick<App, 'getPath'>
}): Answering<Ipc>['files'] {
  const { dialog, app } = deps
  return {
    async save({ name, text }) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        defaultPath: path.join(app.getPath('documents'), name),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      })
      if (canceled || filePath === '') return ok('cancelled')
      try {
        await writeFile(filePath, text)
        return ok('saved')
      } catch {
        return fail('not-written')
      }
    },
  }
}
