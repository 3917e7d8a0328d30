import { parseArgs } from 'node:util'
import type { Verdict } from './campaign.ts'
import { layers } from './layers.ts'
import { attackSideBySide } from './side-by-side.ts'

const { values } = parseArgs({
  options: {
    layer: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
  },
})
const layer = values.layer ?? ''
const seconds = Number(values.seconds)
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)

if (!Object.hasOwn(layers, layer)) {
  refuse(`--layer names what to attack: ${Object.keys(layers).join(', ')}`)
} else if (!(seconds > 0)) refuse('--seconds is the time to spend, a number above 0')
else if (!Number.isSafeInteger(seed) || seed < 0) refuse('--seed is a whole number from 0 on')
else await attackAndTell()

async function attackAndTell() {
  const only = values.seed !== undefined
  const { hits, ...found } = await attackSideBySide(layer, { seed, only, seconds })
  for (const [label, n] of Object.entries(hits)) console.log(`${label}: ${n}`)
  if (found.violations > 0) {
    console.log(`Repeat it with: npm run chaos -- --layer ${layer} --seed ${found.seed}`)
    process.exitCode = 1
  }
  const verdict: Verdict = { layer, ...found }
  console.log(JSON.stringify(verdict))
}

function refuse(message: string) {
  console.error(message)
  process.exitCode = 1
}
