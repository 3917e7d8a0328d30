import { runSim } from '../sim.ts'

/** A process of its own: `node hunt.ts FROM LIVES` lives until a promise breaks and tells which, and when. */
const [from = '1', lives = '1'] = process.argv.slice(2)
let broken: readonly string[] = []
let lived = 0
while (broken.length === 0 && lived < Number(lives)) {
  broken = hunted(Number(from) + lived)
  lived += 1
}
console.log(JSON.stringify({ lived, broken }))

/** A bug may also show by an exception where there must be none. */
function hunted(seed: number): readonly string[] {
  try {
    return runSim(seed).violations
  } catch (error) {
    return [`thrown: ${String(error)}`]
  }
}
