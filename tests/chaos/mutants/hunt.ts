import type { Layer } from '../layer.ts'
import type { Hunter } from './mutant.ts'

/**
 * A process of its own: `node hunt.ts HUNTER FROM LIVES` lives until a promise breaks and tells which, and
 * when.
 */
const hunters: Readonly<Record<Hunter, () => Promise<Layer>>> = {
  sim: async () => (await import('../sim.ts')).simLayer,
  'hand-over': async () => (await import('../hand-over.ts')).handOverLayer,
  power: async () => (await import('../power.ts')).powerLayer,
}

const [name = '', from = '1', lives = '1'] = process.argv.slice(2)
if (name !== 'sim' && name !== 'hand-over' && name !== 'power') throw new Error(`no hunter ${name}`)
const hunter = await hunters[name]()
let broken: readonly string[] = []
let lived = 0
while (broken.length === 0 && lived < Number(lives)) {
  broken = await hunted(Number(from) + lived)
  lived += 1
}
console.log(JSON.stringify({ lived, broken }))

/** A bug may also show by an exception where there must be none. */
async function hunted(seed: number): Promise<readonly string[]> {
  try {
    return (await hunter.run(seed)).violations
  } catch (error) {
    return [`thrown: ${String(error)}`]
  }
}
