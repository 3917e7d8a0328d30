import { create } from 'zustand'
import type { DeskReaderStatus } from '../../core/desk-reader.ts'

export const useReader = create<DeskReaderStatus>()(() => ({
  service: 'starting',
  reason: null,
  readers: [],
  around: { system: 'linux', kernelNfc: false, daemonMissing: false },
}))
