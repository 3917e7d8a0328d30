import { ipcMain } from 'electron'
import type { Answering } from '../../contracts/door.ts'
import { type Ipc, ipc } from '../../contracts/ipc.ts'
import { type ServeDeps, serve } from './serve.ts'

/** The window's door on Electron's own channel: the only place that has it. */
export function openDoor(
  answering: Answering<Ipc>,
  guards: Pick<ServeDeps, 'isTrustedSender' | 'isOpen'>,
  log: (message: string, error: unknown) => void,
): () => void {
  return serve(ipc, answering, { ipcMain, ...guards, log })
}
