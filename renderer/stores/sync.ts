import { create } from 'zustand'
import { type SyncStatus, stoppedSync } from '../../core/sync-status.ts'

export const useSync = create<SyncStatus>()(() => stoppedSync)
