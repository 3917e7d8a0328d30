import { z } from 'zod'
import type { SlotState, Tap } from '../../core/reader.ts'
import type { ReaderSignal, SignalRefusal } from '../../core/reader-signal.ts'
import { giveSignal, type SignalWays } from './give-signal.ts'
import { fromHex, toHex } from './hex.ts'
import { reasonOf } from './pcsc-errors.ts'
import { readNdef } from './read-ndef.ts'
import { readUid, type Exchange } from './read-uid.ts'
import type { After } from './reader.ts'

type Emitter = { on: (name: string, listener: (event: unknown) => void) => unknown }

/** The parts of an nfc-pcsc reader, and of the binding's below it, that reading a card takes. */
export type PcscDevice = Emitter &
  SignalWays & {
    readonly reader: Emitter & {
      readonly atr: Buffer | undefined
      reopen: (done: (error: unknown) => void) => void
    }
  }

export type PcscSlotDeps = {
  device: PcscDevice
  after: After
  /** Whether a card is asked for its text once its UID is known. */
  readsText: () => boolean
  onChange: () => void
  onTap: (tap: Tap) => void
}

/** 256 bytes of data and the two status bytes. */
const SHORT_ANSWER = 258
/** A card that is read at once goes from empty to read; nobody could see what is between. */
const UNSEEN_MS = 50
/** Above the time limits of the binding: nothing was said because an older call still hangs. */
const READING_MS = 4000
/** A hand that tears a card away has laid the next one by then. */
const LOOK_AGAIN_MS = 500
const SCARD_STATE_PRESENT = 0x20

const statusEvent = z.object({ state: z.number() })

/**
 * What lies on one reader. Each presentation is a visit with a number of its own, so that an
 * answer that comes late never counts for the next card.
 */
export function createPcscSlot(deps: PcscSlotDeps) {
  const { device, after, readsText, onChange, onTap } = deps
  let slot: SlotState = { kind: 'empty' }
  let visit = 0
  let reading = 0
  let callOff = nothing

  const show = (next: SlotState) => {
    slot = next
    callOff()
    onChange()
  }

  const beginReading = () => {
    slot = { kind: 'reading' }
    callOff = after(UNSEEN_MS, () => {
      onChange()
      callOff = after(READING_MS, () =>
        show({ kind: 'unreadable', reason: 'timeout', atr: atrOf() }),
      )
    })
  }

  const unreadable = (error: unknown) => {
    const settled = slot.kind === 'empty' || slot.kind === 'card'
    if (!settled) show({ kind: 'unreadable', reason: reasonOf(error), atr: atrOf() })
  }

  const atrOf = () => toHex(device.reader.atr ?? Buffer.alloc(0))

  device.reader.on('status', (event: unknown) => {
    const present = (statusEvent.parse(event).state & SCARD_STATE_PRESENT) !== 0
    if (present === (slot.kind !== 'empty')) return
    visit += 1
    if (present) beginReading()
    else show({ kind: 'empty' })
  })
  device.reader.on('waiting', unreadable)
  device.on('error', unreadable)
  device.on('card', () => void read())

  async function read() {
    const own = visit
    if (slot.kind === 'empty' || reading === own) return
    reading = own
    const atr = atrOf()
    const stillThere = () => visit === own
    const outcome = await readUid({ transmit, atr: fromHex(atr), pause, stillThere })
    if (outcome.kind === 'left' || !stillThere()) return
    if (outcome.kind === 'uid') {
      const { uid } = outcome
      // A card that leaves while its text is read was tapped all the same.
      const ndefText = readsText() ? await readNdef({ transmit, pause, stillThere }) : null
      onTap({ uid, atr, reader: device.name, simulated: false, ndefText })
      if (stillThere()) show({ kind: 'card', uid, atr })
      return
    }
    show({ ...outcome, atr })
    if (outcome.reason === 'moved') callOff = after(LOOK_AGAIN_MS, () => void lookAgain(own))
    // Whoever holds the card in a transaction lets go of it without an event.
    if (outcome.reason === 'in-use') callOff = after(LOOK_AGAIN_MS, () => void read())
    // The binding asks again only once the call that hangs has ended.
    reading = 0
    if (outcome.reason === 'timeout') void read()
  }

  /** A card that cannot be reached may have been another one's place all along: see `reopen`. */
  async function lookAgain(own: number) {
    const opened = await new Promise<boolean>((resolve) => {
      device.reader.reopen((error) => resolve(!error))
    })
    if (opened && visit === own) void read()
  }

  async function transmit(apdu: Uint8Array): Promise<Exchange> {
    try {
      return { ok: true, response: await device.transmit(Buffer.from(apdu), SHORT_ANSWER) }
    } catch (error) {
      return { ok: false, reason: reasonOf(error) }
    }
  }

  const pause = (ms: number) => new Promise<void>((resolve) => void after(ms, resolve))

  return {
    slot: () => slot,
    stop: () => callOff(),
    signal: (signal: ReaderSignal): Promise<SignalRefusal | null> =>
      slot.kind === 'empty' ? Promise.resolve('no-card') : giveSignal(device, signal),
  }
}

const nothing = () => {}
