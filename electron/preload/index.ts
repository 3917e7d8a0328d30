import { contextBridge, ipcRenderer } from 'electron'
import { askChannel, tellChannel } from '../../contracts/channels.ts'
import { type Face, askingThrough } from '../../contracts/face.ts'
import type { Ipc } from '../../contracts/ipc.ts'

/** Computed from `contracts/ipc` when the program is built, so that zod need not be loaded here. */
declare const doorFace: Face

const asking = askingThrough<Ipc>(doorFace, {
  ask: (path, input) => ipcRenderer.invoke(askChannel, path, input),
  listen: (path, listener) => {
    const receive = (_event: unknown, told: unknown, payload: unknown) => {
      if (told === path) listener(payload)
    }
    ipcRenderer.on(tellChannel, receive)
    return () => ipcRenderer.removeListener(tellChannel, receive)
  },
})

contextBridge.exposeInMainWorld('app', asking)
