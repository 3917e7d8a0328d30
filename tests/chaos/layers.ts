import type { Layer } from './layer.ts'

/** Each layer and what loads it: only one is needed at a time. */
export const layers: Readonly<Record<string, () => Promise<Layer>>> = {
  sim: async () => (await import('./sim.ts')).simLayer,
  io: async () => (await import('./io.ts')).ioLayer,
  kill: async () => (await import('./kill.ts')).killLayer,
  mutants: async () => (await import('./mutants.ts')).mutantsLayer,
  net: async () => (await import('./net.ts')).netLayer,
  power: async () => (await import('./power.ts')).powerLayer,
  /** Inside `scripts/in-reader-namespace.mjs`. */
  reader: async () => (await import('./reader.ts')).createReaderLayer(),
  desks: async () => (await import('./desks.ts')).desksLayer,
  'desks-postgres': async () => (await import('./desks.ts')).desksOnPostgresLayer,
  'hand-over': async () => (await import('./hand-over.ts')).handOverLayer,
  property: async () => (await import('./property.ts')).propertyLayer,
}
