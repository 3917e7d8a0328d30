import type { ReaderSupervisor, ReaderSupervisorDeps } from '../reader/supervisor.ts'

/** Stands in until the supervisor is built. */
export function createReaderSupervisor(_deps: ReaderSupervisorDeps): ReaderSupervisor {
  return {
    start: async () => {},
    stop: async () => {},
    status: () => ({ service: 'starting', reason: null, readers: [] }),
    simulate: () => {},
  }
}
