import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operatorAt } from '../support/cloud-operator.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'
import { wholeLog } from '../support/log-invariants.ts'

let cloud: RunningCloud

beforeAll(async () => void (cloud = await startCloud()))
afterAll(() => cloud.stop())

async function signedIn(folder: string) {
  const desk = startDesk({ folder })
  const { email, password } = cloud.demo ?? { email: '', password: '' }
  await valueOf(desk.asking.session.signIn({ cloudUrl: cloud.url, email, password }))
  await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
  return desk
}

/** Files of a desk in which one of these is, by another process: SQLite's locks are this one's. */
function filesWith(folder: string, needles: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.db(-|$|\.)/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = execFileSync('cat', [file], { maxBuffer: 2 ** 28 })
      return needles.some((needle) => bytes.includes(needle))
    })
}

const peopleIn = async ({ asking }: DeskProcess, search: string) => {
  const query = {
    search,
    sort: 'name',
    descending: false,
    limit: 10,
    direction: 'forward',
  } as const
  return (await valueOf(asking.people.users({ ...query, at: null }))).rows.length
}

describe('a person who is erased in the cloud', { timeout: 120_000 }, () => {
  it('is nowhere at a desk once it has synced, also one that was away and had work for them', async () => {
    const card = 'E5A5ED0F77AA01'
    const [first, second] = ['Xanthippe', 'Quillfeather']
    const needles = [first, second, 'xq@quill.example', card]
    const [hereFolder, awayFolder] = [temporaryFolder('desk'), temporaryFolder('desk')]
    const here = await signedIn(hereFolder)
    const fields = person({ email: null, firstName: first, lastName: second, cardId: card })
    const { recordId } = await valueOf(
      here.asking.people.send({ opId: v7(), fields, reader: 'Reader 1' }),
    )
    await syncBecomes(here.asking, { channel: 'idle', waiting: 0 })
    const away = await signedIn(awayFolder)
    await expect.poll(() => peopleIn(away, second)).toBe(1)
    await valueOf(away.asking.log.refresh())
    const lines = async (desk: DeskProcess) =>
      (await valueOf(desk.asking.log.all({ ...wholeLog, text: '' }))).map((row) => row.person)
    await expect.poll(() => lines(away)).toContain(`${first} ${second}`)

    await valueOf(away.asking.session.workOffline({ on: true }))
    const set = { email: 'xq@quill.example', firstName: `${first}a` }
    await valueOf(away.asking.people.update({ opId: v7(), recordId, set }))
    const step = { action: 'block', cardId: card, reason: 'lost' } as const
    await valueOf(away.asking.userCards.change({ opId: v7(), recordId, step }))
    // What a migration leaves behind.
    const [file] = filesWith(awayFolder, [second])
    writeFileSync(`${file?.replace(/-wal$/, '') ?? ''}.version-100.backup`, `${first} ${second}`)

    const { typed } = operatorAt(cloud.dataDir)
    await typed('person', 'erase', '--id', recordId)

    await valueOf(away.asking.session.workOffline({ on: false }))
    for (const [desk, folder] of [
      [here, hereFolder],
      [away, awayFolder],
    ] as const) {
      await valueOf(desk.asking.sync.now())
      await expect.poll(() => filesWith(folder, needles), { timeout: 30_000 }).toEqual([])
      await syncBecomes(desk.asking, { channel: 'idle', waiting: 0, attention: 0 })
      expect(await peopleIn(desk, second)).toBe(0)
      // What was done with the card is told still, without a name.
      await expect
        .poll(async () =>
          (await valueOf(desk.asking.log.all({ ...wholeLog, text: 'AA01' }))).map(
            ({ what, person: name, card: masked }) => `${what} ${name} ${masked}`,
          ),
        )
        .toContain('enrolled  ••••AA01')
    }
    await Promise.all([here.stop(), away.stop()])
    expect([...filesWith(hereFolder, needles), ...filesWith(awayFolder, needles)]).toEqual([])
  })
})
