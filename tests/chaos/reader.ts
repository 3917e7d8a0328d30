import { setTimeout as pause } from 'node:timers/promises'
import { createRandomness } from '../support/randomness.ts'
import { cardAttacks } from '../support/reader-attacks.ts'
import { READ_WITHIN_MS, brokenReaderPromises } from '../support/reader-invariants.ts'
import { type ReaderScene, type ReaderSlot, openReaderScene } from '../support/reader-scene.ts'
import { answerUid } from '../support/virtual-card.mjs'
import type { Layer, Run } from './layer.ts'

const slots: readonly ReaderSlot[] = [0, 1]

/** Every kind as often as it stands here; what takes a second stands once. */
const often = ['short', 'torn', 'hung', 'mute', 'swapped', 'garbage', 'stammering'] as const
const kinds = [...often, ...often, 'second', 'rival'] as const

/** What goes wrong below both readers, while cards lie on them. */
const faults = {
  'daemon killed': (scene: ReaderScene) => scene.killDaemon(),
  'reader process killed': async ({ reader }: ReaderScene) => {
    reader.process()?.kill('SIGKILL')
    await reader.untilService('restarting')
  },
  'reader process hung': async (scene: ReaderScene) => {
    const goOn = scene.standStill()
    await scene.reader.untilService('restarting')
    goOn()
  },
}
const killed = ['daemon killed', 'reader process killed'] as const
const faultNames = [...killed, ...killed, ...killed, 'reader process hung'] as const

/** One process has the smart-card service of its namespace, so that nobody attacks beside it. */
export function createReaderLayer(): Layer {
  let scene: ReaderScene | null = null
  return {
    alone: true,
    async run(seed) {
      scene ??= await openReaderScene()
      return attackOnce(scene, seed)
    },
    stop: async () => scene?.stop(),
  }
}

/** A fault of each kind on both readers at once, and then a card on each that must be read. */
async function attackOnce(scene: ReaderScene, seed: number): Promise<Run> {
  const dice = createRandomness(seed)
  const uid = createUids(seed)
  const drawn = slots.map((slot) => {
    return { slot, kind: dice.pick(kinds), own: dice.below(2 ** 32) }
  })
  // A rival needs the service, and the process that it stops.
  const fault = dice.chance(0.25) && !drawn.some(({ kind }) => kind === 'rival')
  const below = fault ? dice.pick(faultNames) : null
  const staying = below === 'reader process hung'
  const plan = staying ? drawn.map((each) => ({ ...each, kind: 'staying' as const })) : drawn
  const faultMs = dice.below(250)
  if (!(await inTime(scene.cleared()))) return stuck
  scene.history()

  const attacks = plan.map(({ slot, kind, own }) =>
    cardAttacks[kind]({ scene, slot, dice: createRandomness(own), uid }),
  )
  if (below !== null) {
    await pause(faultMs)
    await faults[below](scene)
  }
  await Promise.all(attacks)
  if (!(await inTime(scene.ready()))) return stuck
  const accepted = await layAndWait(scene, uid)
  const violations = brokenReaderPromises(scene.history())
  const hits = new Map<string, number>()
  for (const label of [...plan.map(({ kind }) => kind), below]) {
    if (label !== null) hits.set(label, (hits.get(label) ?? 0) + 1)
  }
  return { accepted, violations, hits }
}

/** Starting the reader's process takes at most 5 s of waiting, and a hung call 3 s. */
const STUCK_MS = 20_000

const stuck: Run = {
  accepted: 0,
  violations: [`stuck: the readers were not ready, or not empty, again in ${STUCK_MS} ms`],
}

async function inTime(coming: Promise<void>): Promise<boolean> {
  return Promise.race([coming.then(() => true), pause(STUCK_MS, false, { ref: false })])
}

/** A card on each reader, until it is read or lay there so long that it is missed; how many were read. */
async function layAndWait(scene: ReaderScene, uid: () => string): Promise<number> {
  const cards = await Promise.all(
    slots.map(async (slot) => {
      const own = uid()
      return { own, ...(await scene.lay(slot, own, { answer: answerUid(own) })) }
    }),
  )
  const all = () => cards.every(({ own }) => scene.isTapped(own))
  await Promise.race([scene.reader.until(all), pause(READ_WITHIN_MS * 2)])
  const read = cards.filter(({ own }) => scene.isTapped(own)).length
  await Promise.all(cards.map((card) => card.remove()))
  return read
}

/** As an NTAG has them: 04, the seed and a count. */
function createUids(seed: number): () => string {
  let count = 0
  return () => {
    count += 1
    return `04${hex(seed % 2 ** 32, 8)}${hex(count, 4)}`
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0')
}
