import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Randomness } from './randomness.ts'
import type { ReaderScene, ReaderSlot } from './reader-scene.ts'
import { virtualReaders } from './pcscd.ts'
import { answerUid, hang, inTurn, leave } from './virtual-card.mjs'

/** One thing that goes wrong on one reader. All that it draws, it draws before it waits. */
export type ReaderAttack = (at: {
  readonly scene: ReaderScene
  readonly slot: ReaderSlot
  readonly dice: Randomness
  /** A UID that no other card has. */
  readonly uid: () => string
}) => Promise<void>

const rivalScript = path.join(import.meta.dirname, '../integration/reader-rival.mjs')

/** What a person or another program does with a card, by its name. */
export const cardAttacks = {
  async short({ scene, slot, dice, uid }) {
    const ms = 5 + dice.below(300)
    const { remove } = await scene.lay(slot, ...plain(uid()))
    await pause(ms)
    await remove()
  },

  /** Nobody waits for it: after this long it must have been read. */
  async second({ scene, slot, dice, uid }) {
    const ms = 1000 + dice.below(50)
    const { remove } = await scene.lay(slot, ...plain(uid()))
    await pause(ms)
    await remove()
  },

  /** Lies there until long after the watchdog has ended a process that stands still. */
  async staying({ scene, slot, uid }) {
    const { remove } = await scene.lay(slot, ...plain(uid()))
    await pause(2500)
    await remove()
  },

  /** Torn away in the middle of the first answer, perhaps with the next one laid at once. */
  async torn({ scene, slot, dice, uid }) {
    const [again, ms] = [dice.chance(0.5), 20 + dice.below(200)]
    const torn = await scene.lay(slot, null, { answer: leave })
    await Promise.race([torn.card?.left, pause(500)])
    await torn.remove()
    if (!again) return
    const next = await scene.lay(slot, ...plain(uid()))
    await pause(ms)
    await next.remove()
  },

  async hung({ scene, slot, dice }) {
    const ms = 50 + dice.below(400)
    const { remove } = await scene.lay(slot, null, { answer: hang })
    await pause(ms)
    await remove()
  },

  /** Says nothing when it is powered up, and speaks after a while. */
  async mute({ scene, slot, dice, uid }) {
    const [muteMs, ms] = [20 + dice.below(300), dice.below(300)]
    const own = uid()
    let mute = true
    const laid = await scene.lay(slot, own, { uid: own, mute: () => mute })
    laid.hinder(true)
    await pause(muteMs)
    mute = false
    laid.hinder(false)
    await pause(ms)
    await laid.remove()
  },

  /** Another card in its place, before or after it was read. */
  async swapped({ scene, slot, dice, uid }) {
    const times = [dice.below(120), dice.below(120), 20 + dice.below(120)]
    for (const ms of times) {
      const { remove } = await scene.lay(slot, ...plain(uid()))
      await pause(ms)
      await remove()
    }
  },

  async garbage({ scene, slot, dice }) {
    const ms = 30 + dice.below(300)
    const answers = [dice.pick(garbage), dice.pick(garbage), junk(dice)]
    const { remove } = await scene.lay(slot, null, { answer: inTurn(...answers) })
    await pause(ms)
    await remove()
  },

  /** Answers that the reader asks again after, and then the UID. */
  async stammering({ scene, slot, dice, uid }) {
    const [ms, own] = [200 + dice.below(300), uid()]
    const answers = Array.from({ length: 1 + dice.below(2) }, () => dice.pick(passing))
    const answer = inTurn(...answers, `${own}9000`)
    const { remove } = await scene.lay(slot, own, { answer })
    await pause(ms)
    await remove()
  },

  /** Another program has it first: the reader's own process stands still until it has. */
  async rival({ scene, slot, dice, uid }) {
    const [heldMs, ms] = [30 + dice.below(250), 20 + dice.below(300)]
    const goOn = scene.standStill()
    const laid = await scene.lay(slot, ...plain(uid()))
    laid.hinder(true)
    const rival = fork(rivalScript, [virtualReaders[slot]], { execArgv: [], stdio: 'ignore' })
    const gone = once(rival, 'exit')
    await Promise.race([once(rival, 'message'), gone, pause(1000)])
    goOn()
    await pause(heldMs)
    if (rival.connected) rival.send('let go')
    await Promise.race([gone, pause(1000).then(() => rival.kill('SIGKILL'))])
    laid.hinder(false)
    await pause(ms)
    await laid.remove()
  },
} satisfies Readonly<Record<string, ReaderAttack>>

const plain = (uid: string) => [uid, { answer: answerUid(uid) }] as const

/** Nothing, half a status word, refusals, success without or with too few or too many bytes. */
const garbage = ['', '90', '6300', '6A81', '6D00', '9000', '049000', '04A3B1C2D3E480'] as const
const passing = ['', '90', '6300'] as const

function junk(dice: Randomness): string {
  const bytes = Array.from({ length: 38 }, () => dice.below(256).toString(16).padStart(2, '0'))
  return `${bytes.join('').toUpperCase()}9000`
}
