import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright'
import { type OpenDesk, openDesk } from '../e2e/desk.ts'
import { startPcscd, virtualReaders } from '../support/pcscd.ts'
import { presentCard } from '../support/virtual-card.mjs'
import { figure, missed, percentile, report } from './figures.ts'
import { seedDesk } from './seed-desk.ts'
import { frame, noteInMain } from './tap-painted.ts'

/**
 * From the UID in main to the frame that shows the next name, with a real smart-card service; the baseline
 * is what any two frames take. Then the rest of a thousand people, told by main as a reader would, and the
 * memory of window and data process against what they had after the first hundred.
 */
const PEOPLE = 1000
const TAPPED = 100
const MOST_MS = 100
const MOST_GROWTH = 1.15

const scratch = mkdtempSync(path.join(tmpdir(), 'tapdesk-bench-roster-'))

async function main() {
  const profile = path.join(scratch, 'desk')
  seedDesk(profile, 0)
  const pcscd = await startPcscd({ fastPoll: true })
  const desk = await openDesk({ profile })
  try {
    const name = await startList(desk.page)
    await noteInMain(desk.app)
    const times = { painted: [] as number[], frames: [] as number[] }
    for (let person = 0; person < TAPPED; person += 1) {
      times.painted.push(await tapOnce(desk, name, person))
      times.frames.push(await desk.page.evaluate(frame))
    }
    const before = await memory(desk.app)
    for (let person = TAPPED; person < PEOPLE; person += 1) await tellOnce(desk, name, person)
    const after = await memory(desk.app)
    const [p95, base] = [percentile(times.painted, 0.95), percentile(times.frames, 0.95)]
    const figures = [
      figure('roster', p95, 'ms', base),
      figure('roster.p50', percentile(times.painted, 0.5), 'ms', percentile(times.frames, 0.5)),
      figure('roster.memory-1000-people', after, 'MiB', before, { must: MOST_GROWTH }),
    ]
    report(figures)
    const faults = missed(figures)
    if (p95 > MOST_MS) faults.push(`The next name may take ${MOST_MS} ms, not ${p95}.`)
    for (const sentence of faults) console.error(sentence)
    if (faults.length > 0) process.exitCode = 1
  } finally {
    await desk.kill()
    await pcscd.stop()
  }
}

async function startList(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Roster', exact: true }).click()
  const names = Array.from({ length: PEOPLE + 1 }, (_, person) => nameOf(person)).join('\n')
  await page.getByRole('textbox', { name: 'Names' }).fill(names)
  await page.getByRole('button', { name: /^Start with / }).click()
  const name = page.getByRole('region', { name: 'Next person' })
  await name.getByText(nameOf(0).split(' ')[0] ?? '').waitFor()
  await page.getByRole('region', { name: 'Reader' }).getByText('Ready').waitFor()
  return name
}

async function tapOnce({ app }: OpenDesk, name: Locator, person: number): Promise<number> {
  const shown = name.evaluate(paintedText, nameOf(person + 1))
  const card = await presentCard({ uid: uidOf(person), slot: person % 2 === 0 ? 0 : 1 })
  const painted = await shown
  const known = await app.evaluate((_electron, uid) => globalThis.tapTimes[uid], uidOf(person))
  await card.remove()
  if (known === undefined) throw new Error(`${uidOf(person)} was never in main`)
  return painted - known
}

/** As the reader's supervisor tells the window. */
async function tellOnce({ app }: OpenDesk, name: Locator, person: number) {
  const shown = name.evaluate(paintedText, nameOf(person + 1))
  const [reader] = virtualReaders
  await app.evaluate(
    ({ BrowserWindow }, tap) => {
      BrowserWindow.getAllWindows()[0]?.webContents.send('tapdesk:tell', 'reader.tapped', tap)
    },
    {
      uid: uidOf(person),
      atr: '',
      reader,
      label: reader,
      muted: true,
      simulated: false,
      ndefText: null,
    },
  )
  await shown
}

/** The end of the first frame in which the words are there. */
function paintedText(shape: Element, wanted: string): Promise<number> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => resolve(performance.timeOrigin + performance.now()))
    port1.start()
    const look = () => {
      const words = shape.querySelector('h2')?.textContent.trim()
      if (words === wanted) port2.postMessage(null)
      else requestAnimationFrame(look)
    }
    look()
  })
}

/** Resident memory of window and data process in MiB, after the window has swept. */
async function memory(app: ElectronApplication): Promise<number> {
  return app.evaluate(async ({ app: electron, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('there is no window')
    contents.debugger.attach()
    await contents.debugger.sendCommand('HeapProfiler.collectGarbage')
    contents.debugger.detach()
    const sizes = electron.getAppMetrics().filter(({ type, name = '' }) => {
      return type === 'Tab' || name === 'Tapdesk data'
    })
    return sizes.reduce((sum, each) => sum + each.memory.workingSetSize, 0) / 1024
  })
}

function nameOf(person: number): string {
  return `Person${String(person).padStart(4, '0')} Roster`
}

function uidOf(person: number): string {
  return `04${person.toString(16).padStart(4, '0').toUpperCase()}33445580`
}

try {
  await main()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
