import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startPcscd, virtualReaders } from '../support/pcscd.ts'
import { presentCard } from '../support/virtual-card.mjs'
import { type Figure, figure, percentile, report } from './figures.ts'
import { type TapClient, startTapClient } from './tap-client.ts'
import { type TapProgram, buildTapApp, compileRaw } from './tap-programs.ts'
import { type Sample, slopeOf } from './slope.ts'

/**
 * Many taps: none may be missed, none told twice, and memory may not grow. Two readers, each with a C
 * program that does nothing but read beside the app, which both see the same cards. Runs inside
 * `scripts/in-reader-namespace.mjs`.
 */
type Soak = {
  readonly name: string
  readonly fastPoll: boolean
  /** On both readers together. */
  readonly taps: number
  /** A card lies at least as long as this once the driver has noticed it; the reader is empty afterwards. */
  readonly leastMs: number
  readonly gapMs: number
}

/** The stock driver looks every 400 ms: what is gone for less does not leave for it. */
const soaks: readonly Soak[] = [
  { name: 'taps.stock', fastPoll: false, taps: 200, leastMs: 300, gapMs: 450 },
  { name: 'taps.fast', fastPoll: true, taps: 2000, leastMs: 100, gapMs: 50 },
]

/** A hand holds a card no shorter: what is not read by then is missed. */
const HUMAN_MS = 300
/** Five looks of the stock driver; a card that it has not noticed by then is taken away unnoticed. */
const NOTICED_MS = 2000
/** The first taps fill pages and caches. */
const WARM_UP = 0.1
/** What was on its way when the last card left has arrived by then. */
const AFTERMATH_MS = 1000

type Laid = { readonly uid: string; readonly reader: number; readonly poweredAt: bigint }
type Clients = { readonly app: TapClient; readonly raw: readonly TapClient[] }

const scratch = mkdtempSync(path.join(tmpdir(), 'tapdesk-bench-taps-'))

async function main() {
  const app = await buildTapApp(scratch)
  const raw = virtualReaders.map((reader) => compileRaw(scratch, reader))
  for (const [index, soak] of soaks.entries()) await run(soak, index, app, raw)
}

async function run(soak: Soak, index: number, app: TapProgram, raw: readonly TapProgram[]) {
  const pcscd = await startPcscd({ fastPoll: soak.fastPoll })
  const clients: Clients = {
    app: await startTapClient(app.command, app.args),
    raw: await Promise.all(raw.map(({ command, args }) => startTapClient(command, args))),
  }
  const memory: Sample[] = []
  const each = soak.taps / virtualReaders.length
  const laid = await Promise.all(
    virtualReaders.map((_name, reader) => tapAll(soak, { index, reader, each }, clients, memory)),
  )
  await pause(AFTERMATH_MS)
  tell(soak, laid.flat(), clients, memory)
  await Promise.all([clients.app, ...clients.raw].map((client) => client.end()))
  await pcscd.stop()
}

/** The cards that the driver powered on; a tenth of the way in, memory is looked at again and again. */
async function tapAll(
  { leastMs, gapMs }: Soak,
  { index, reader, each }: { index: number; reader: number; each: number },
  { app, raw }: Clients,
  memory: Sample[],
): Promise<Laid[]> {
  const laid: Laid[] = []
  for (let tap = 0; tap < each; tap += 1) {
    const uid = `04${hex(index, 2)}${hex(reader, 2)}${hex(tap, 4)}C0DE`
    const both = [app, ...raw.slice(reader, reader + 1)]
    const read = Promise.all(both.map((client) => client.uid(uid)))
    const poweredAt = await tapOnce({ uid, reader, leastMs, read })
    if (poweredAt !== null) laid.push({ uid, reader, poweredAt })
    const looks = reader === 0 && tap >= each * WARM_UP && tap % Math.ceil(each / 40) === 0
    if (looks) memory.push({ at: tap * virtualReaders.length, value: await app.memory() })
    await pause(gapMs)
  }
  return laid
}

type Tap = {
  readonly uid: string
  readonly reader: number
  readonly leastMs: number
  /** Both programs have read it. */
  readonly read: Promise<unknown>
}

/** When the driver powered the card on; null: it never did. */
async function tapOnce({ uid, reader, leastMs, read }: Tap): Promise<bigint | null> {
  let powerOn = (_at: bigint) => {}
  const powered = new Promise<bigint>((resolve) => (powerOn = resolve))
  const onPowerOn = () => powerOn(process.hrtime.bigint())
  const card = await presentCard({ uid, slot: reader === 0 ? 0 : 1, onPowerOn })
  const at = await Promise.race([powered, pause(NOTICED_MS, null)])
  if (at !== null) await Promise.all([pause(leastMs), Promise.race([read, pause(HUMAN_MS)])])
  await card.remove()
  return at
}

function tell(soak: Soak, laid: readonly Laid[], { app, raw }: Clients, memory: readonly Sample[]) {
  const { name, taps } = soak
  const read = laid.filter(({ uid }) => app.told(uid).length > 0)
  const twice = laid.filter(({ uid }) => app.told(uid).length > 1)
  const times = {
    app: laid.flatMap((card) => timeOf(card, app)),
    raw: laid.flatMap((card) => timeOf(card, raw[card.reader])),
  }
  const kibibytes = slopeOf(memory) * 1000 * 1024
  const held =
    percentile(
      memory.map(({ value }) => value),
      0.5,
    ) * 1024
  const figures: Figure[] = [
    figure(`${name}.read`, read.length, 'taps', times.raw.length),
    figure(`${name}.p95`, percentile(times.app, 0.95), 'ms', percentile(times.raw, 0.95)),
    figure(`${name}.memory-slope`, kibibytes, 'KiB per 1,000 taps', held),
  ]
  report(figures)
  if (read.length < laid.length)
    fail(`${laid.length - read.length} of ${laid.length} taps were missed.`)
  if (twice.length > 0) fail(`${twice.length} taps were told twice.`)
  if (laid.length < taps * 0.95) {
    fail(
      `The driver noticed ${laid.length} of ${taps} cards: measure on a machine that is less busy.`,
    )
  }
}

/** Milliseconds from power-on to the first word of it; nothing where there was none. */
function timeOf({ uid, poweredAt }: Laid, client: TapClient | undefined): number[] {
  const [at] = client?.told(uid) ?? []
  return at === undefined ? [] : [Number(at - poweredAt) / 1e6]
}

function fail(sentence: string) {
  console.error(sentence)
  process.exitCode = 1
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0').toUpperCase()
}

try {
  await main()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
