import { parseArgs } from 'node:util'
import { type Run, runCampaign } from './campaign.ts'
import { runSim } from './sim.ts'

const runs: Readonly<Record<string, (seed: number) => Run>> = { sim: runSim }

const { values } = parseArgs({
  options: {
    layer: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
  },
})
const layer = values.layer ?? ''
const run = runs[layer]
const seconds = Number(values.seconds)
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)

if (run === undefined) refuse(`--layer names what to attack: ${Object.keys(runs).join(', ')}`)
else if (!(seconds > 0)) refuse('--seconds is the time to spend, a number above 0')
else if (!Number.isSafeInteger(seed) || seed < 0) refuse('--seed is a whole number from 0 on')
else {
  const verdict = runCampaign({
    layer,
    firstSeed: seed,
    only: values.seed !== undefined,
    seconds,
    run,
    now: () => performance.now(),
    tell: console.log,
  })
  console.log(JSON.stringify(verdict))
  if (verdict.violations > 0) process.exitCode = 1
}

function refuse(message: string) {
  console.error(message)
  process.exitCode = 1
}
