import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { askChannel } from '../../contracts/channels.ts'
import type { Answering, Door, DoorCode } from '../../contracts/door.ts'
import { fail } from '../../contracts/result.ts'
import { createDoorServer } from './door-server.ts'

export type ServeDeps = {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'>
  readonly isTrustedSender: (event: IpcMainInvokeEvent) => boolean
  readonly log: (message: string, error: unknown) => void
}

/** Opens the door to the window: sender check → parse → forward → Result. Returns its end. */
export function serve<D extends Door>(
  door: D,
  answering: Answering<D>,
  deps: ServeDeps,
): () => void {
  const answer = createDoorServer(door, answering, deps.log)
  deps.ipcMain.handle(askChannel, (event, path: unknown, input: unknown) =>
    deps.isTrustedSender(event) ? answer(path, input) : fail<DoorCode>('forbidden'),
  )
  return () => deps.ipcMain.removeHandler(askChannel)
}
