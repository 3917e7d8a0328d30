import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { askChannel } from '../../contracts/channels.ts'
import type { Answering, Door, DoorCode } from '../../contracts/door.ts'
import { fail } from '../../contracts/result.ts'
import { createDoorServer } from './door-server.ts'

export type ServeDeps = {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>
  readonly isTrustedSender: (event: IpcMainInvokeEvent) => boolean
  /** Whether this may be asked and answered now. */
  readonly isOpen: (path: unknown) => boolean
  readonly log: (message: string, error: unknown) => void
}

/**
 * Opens the door to the window: sender check → lock → parse → forward → Result. What was asked before the
 * desk was locked is not answered after it. Returns its end.
 */
export function serve<D extends Door>(
  door: D,
  answering: Answering<D>,
  deps: ServeDeps,
): () => void {
  const answer = createDoorServer(door, answering, deps.log)
  deps.ipcMain.handle(askChannel, async (event, path: unknown, input: unknown) => {
    if (!deps.isTrustedSender(event)) return fail<DoorCode>('forbidden')
    if (!deps.isOpen(path)) return fail<DoorCode>('locked')
    const answered = await answer(path, input)
    return deps.isOpen(path) ? answered : fail<DoorCode>('locked')
  })
  return () => deps.ipcMain.removeHandler(askChannel)
}
