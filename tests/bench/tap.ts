import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPcscd, virtualReaders } from '../support/pcscd.ts'
import { presentCard } from '../support/virtual-card.mjs'
import { figure, percentile, report } from './figures.ts'
import { startTapClient, type TapClient } from './tap-client.ts'
import { type TapProgram, buildTapApp, compileRaw } from './tap-programs.ts'
import { measurePainted } from './tap-painted.ts'

/**
 * Power-on of a card → its UID known in Electron's main process, against a C program that does
 * nothing else. Both meet the same cards in rounds that take turns, so that a busy machine slows
 * both. Runs inside `scripts/in-reader-namespace.mjs`.
 */
const ROUNDS = 5
const TAPS = 40
const MOST_RATIO = 5
const MOST_ABOVE_RAW_MS = 2

const scratch = mkdtempSync(path.join(tmpdir(), 'tapdesk-bench-tap-'))

async function main() {
  const clients = {
    raw: compileRaw(scratch, virtualReaders[0]),
    app: await buildTapApp(scratch),
  }
  const pcscd = await startPcscd({ fastPoll: true })
  try {
    await reportUid(clients)
    const { painted, frames } = await measurePainted(path.join(scratch, 'desk'))
    const frame = percentile(frames, 0.5)
    report([figure('tap.uid-to-painted-field', percentile(painted, 0.5), 'ms', frame)])
  } finally {
    await pcscd.stop()
  }
}

async function reportUid(clients: { raw: TapProgram; app: TapProgram }) {
  const times: Record<keyof typeof clients, number[]> = { raw: [], app: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    times.raw.push(...(await measure(clients.raw, `04${hex(round)}01`)))
    times.app.push(...(await measure(clients.app, `04${hex(round)}02`)))
  }
  const p50 = { raw: percentile(times.raw, 0.5), app: percentile(times.app, 0.5) }
  const p95 = { raw: percentile(times.raw, 0.95), app: percentile(times.app, 0.95) }
  report([figure('tap', p50.app, 'ms', p50.raw), figure('tap.p95', p95.app, 'ms', p95.raw)])
  if (p50.app <= p50.raw * MOST_RATIO && p50.app <= p50.raw + MOST_ABOVE_RAW_MS) return
  console.error(
    `A tap may take ${MOST_RATIO} times as long as the C program, and ${MOST_ABOVE_RAW_MS} ms longer. ` +
      'Measure on an idle machine: on a busy one the C program, which never waits for a CPU to wake, is 3 times faster.',
  )
  process.exitCode = 1
}

async function measure({ command, args }: TapProgram, prefix: string): Promise<number[]> {
  const client = await startTapClient(command, args)
  const times: number[] = []
  // The first cards warm up pages and caches, of either client.
  for (let card = 0; card < TAPS + 5; card += 1) {
    const time = await tapOnce(client, `${prefix}${hex(card)}A0B0C0`)
    if (card >= 5) times.push(time)
  }
  await client.end()
  return times
}

/** Milliseconds from the card's power-on to its UID in the client. */
async function tapOnce(client: TapClient, uid: string): Promise<number> {
  let powered: bigint | null = null
  const onPowerOn = () => (powered ??= process.hrtime.bigint())
  const card = await presentCard({ uid, onPowerOn })
  const known = await client.uid(uid)
  await card.remove()
  if (powered === null) throw new Error(`${uid} was read without being powered on`)
  return Number(known - powered) / 1e6
}

function hex(value: number): string {
  return value.toString(16).padStart(2, '0').toUpperCase()
}

try {
  await main()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
