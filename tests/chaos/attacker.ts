import { attack } from './campaign.ts'
import { layers } from './layers.ts'

/** A process of its own: `node attacker.ts LAYER OPTIONS` attacks and sends its findings. */
const [name = '', options = ''] = process.argv.slice(2)
const layer = await layers[name]?.()
if (layer === undefined) throw new Error(`no layer ${name}`)
const given: Pick<Parameters<typeof attack>[1], 'firstSeed' | 'stride' | 'only' | 'seconds'> =
  JSON.parse(options)
const orphaned = () => process.exit(1)
process.once('disconnect', orphaned)
const findings = await attack(layer, {
  ...given,
  now: () => performance.now(),
  tell: (line) => console.log(line),
})
await layer.stop?.()
process.send?.(findings)
process.off('disconnect', orphaned)
process.disconnect?.()
