import { create } from 'zustand'
import type { ReaderStatus } from '../../core/reader.ts'

export const useReader = create<ReaderStatus>()(() => ({
  service: 'starting',
  reason: null,
  readers: [],
}))
