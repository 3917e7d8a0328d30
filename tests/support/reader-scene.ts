import type { Tap } from '../../core/reader.ts'
import { startReader } from '../integration/reader-under-test.ts'
import { type Pcscd, startPcscd, virtualReaders } from './pcscd.ts'
import type { Presentation, ReaderHistory, Sight } from './reader-invariants.ts'
import { type PresentOptions, type VirtualCard, presentCard } from './virtual-card.mjs'

export type ReaderSlot = 0 | 1

/** What is known of a card that was laid; what hinders its reading is told by whoever hinders it. */
export type LaidCard = {
  /** null: the reader took none, because its service was down. */
  readonly card: VirtualCard | null
  readonly hinder: (hindered: boolean) => void
  readonly remove: () => Promise<void>
}

type Kept = { -readonly [key in keyof Presentation]: Presentation[key] } & { hindered: boolean }

/** pcscd with two virtual readers, the real reader process, and all that is seen of them. */
export async function openReaderScene() {
  let pcscd: Pcscd = await startPcscd({ fastPoll: true })
  const readyAt = new Map<string, number>()
  const shown = new Map<string, string | null>()
  let standingStill = 0
  let wentOnAt = 0
  let presentations: Kept[] = []
  let taps: Sight[] = []
  let states: Sight[] = []

  const reader = await startReader({
    tap: ({ reader: name, uid }: Tap) => taps.push({ reader: name, uid, at: performance.now() }),
    status: ({ readers }) => {
      const at = performance.now()
      for (const name of virtualReaders) {
        const slot = readers.find((each) => each.name === name)?.slot
        if (slot === undefined) readyAt.delete(name)
        else if (!readyAt.has(name)) readyAt.set(name, at)
        const uid = slot?.kind === 'card' ? slot.uid : null
        if (uid !== null && uid !== shown.get(name)) states.push({ reader: name, uid, at })
        shown.set(name, uid)
      }
    },
  })

  const bothReady = () => virtualReaders.every((name) => readyAt.has(name))
  const bothEmpty = () => virtualReaders.every((name) => reader.slot(name)?.kind === 'empty')

  function leave(kept: Kept) {
    if (kept.leftAt !== null) return
    kept.leftAt = performance.now()
    kept.readableAt = readableSince(kept)
  }

  function readableSince({ reader: name, laidAt, readableAt, hindered }: Kept): number | null {
    const ready = readyAt.get(name)
    if (ready === undefined || hindered || standingStill > 0) return null
    return Math.max(laidAt, ready, wentOnAt, readableAt ?? 0)
  }

  return {
    reader,
    ready: () => reader.until(bothReady),
    cleared: () => reader.until(() => bothReady() && bothEmpty()),
    isTapped: (uid: string) => taps.some((tap) => tap.uid === uid),

    /** `uid` null where the card never tells one. */
    async lay(slot: ReaderSlot, uid: string | null, options: PresentOptions): Promise<LaidCard> {
      const laidAt = performance.now()
      const card = await presentCard({ ...options, slot }).catch(() => null)
      if (card === null) return notLaid
      const kept: Kept = {
        reader: virtualReaders[slot],
        uid,
        laidAt,
        leftAt: null,
        readableAt: null,
        hindered: false,
      }
      presentations.push(kept)
      void card.left.then(() => leave(kept))
      return {
        card,
        hinder(hindered) {
          if (kept.leftAt !== null) return
          kept.hindered = hindered
          if (!hindered) kept.readableAt = performance.now()
        },
        async remove() {
          leave(kept)
          await card.remove()
        },
      }
    },

    /** The reader's process does nothing until the answer is called; its watchdog may end it before. */
    standStill() {
      const process = reader.process()
      standingStill += 1
      process?.kill('SIGSTOP')
      return () => {
        process?.kill('SIGCONT')
        standingStill -= 1
        wentOnAt = performance.now()
      }
    },

    async killDaemon() {
      await pcscd.stop('SIGKILL')
      await reader.until(() => !bothReady())
      pcscd = await startPcscd({ fastPoll: true })
    },

    /** What happened since the last time this was asked. */
    history(): ReaderHistory {
      const lying = presentations.filter(({ leftAt }) => leftAt === null)
      for (const kept of lying) kept.readableAt = readableSince(kept)
      const history = { presentations, taps, states, endedAt: performance.now() }
      ;[presentations, taps, states] = [[], [], []]
      return history
    },

    async stop() {
      await reader.supervisor.stop()
      await pcscd.stop()
    },
  }
}
export type ReaderScene = Awaited<ReturnType<typeof openReaderScene>>

const notLaid: LaidCard = { card: null, hinder: () => {}, remove: async () => {} }
