import { appendFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createOf,
  refusal,
  bearer,
  signInDesk,
  updateOf,
  appliedChange,
} from '../support/cloud-desk.ts'
import { runCloudCommand } from '../support/cloud-process.ts'
import { startCloud, temporaryFolder } from '../support/cloud.ts'
import { pull } from '../support/pull.ts'

const backUp = (dataDir: string, file: string, env = {}) =>
  runCloudCommand(['backup', '--to', file, '--data', dataDir], '', env)
const restore = (dataDir: string, file: string, env = {}) =>
  runCloudCommand(['restore', '--from', file, '--data', dataDir], '', env)

/** A cloud with one person, and a backup of it. */
async function backedUp() {
  const cloud = await startCloud()
  const demo = cloud.demo ?? { email: '', password: '' }
  const desk = await signInDesk(cloud.url, demo)
  const [made] = await desk.send(createOf({ firstName: 'Before' }))
  const file = path.join(temporaryFolder('backup'), 'cloud.backup')
  const done = await backUp(cloud.dataDir, file)
  expect(done).toMatchObject({ code: 0, stderr: '' })
  return { cloud, demo, desk, file, id: appliedChange(made).id }
}

describe('a backup', () => {
  it('of a cloud that is written to holds everything that was answered before it, and is whole', async () => {
    const cloud = await startCloud()
    const demo = cloud.demo ?? { email: '', password: '' }
    const desk = await signInDesk(cloud.url, demo)
    const answered: { readonly id: string; readonly at: number }[] = []
    const load = { goesOn: true }
    const writing = (async () => {
      while (load.goesOn) {
        const items = Array.from({ length: 20 }, () => createOf({ firstName: 'Load' }))
        for (const result of await desk.send(...items)) {
          answered.push({ id: appliedChange(result).id, at: Date.now() })
        }
      }
    })()
    const file = path.join(temporaryFolder('backup'), 'cloud.backup')
    const { code, stdout } = await backUp(cloud.dataDir, file)
    expect(code).toBe(0)
    load.goesOn = false
    await writing
    const told: { at: string; sha256: string } = JSON.parse(stdout)
    expect(told).toMatchObject({ backup: file, sha256: expect.stringMatching(/^[\da-f]{64}$/) })
    await cloud.stop()

    const dataDir = temporaryFolder('restored')
    expect(await restore(dataDir, file)).toMatchObject({ code: 0, stderr: '' })
    const again = await startCloud({ dataDir, demo: false })
    const later = await signInDesk(again.url, demo)
    const ids = new Set((await pull(later)).changes.map(({ id }) => id))
    const before = answered.filter(({ at }) => at < Date.parse(told.at))
    expect(before.filter(({ id }) => !ids.has(id))).toEqual([])
    // A batch is in it whole or not at all.
    const kept = answered.filter(({ id }) => ids.has(id)).length
    expect(kept % 20).toBe(0)
    expect(answered.length).toBeGreaterThan(0)
    await again.stop()
  })

  it('is put back as the same cloud with another feed, where nobody is signed in', async () => {
    const { cloud, demo, desk, file, id } = await backedUp()
    const { next } = await desk.changes()
    await cloud.stop()
    const dataDir = temporaryFolder('restored')
    await restore(dataDir, file)
    const again = await startCloud({ dataDir, demo: false })
    expect(again.cloudId).toBe(cloud.cloudId)
    const headers = bearer(desk.token)
    expect(await refusal(again.url, `${desk.account}/changes`, { headers })).toMatchObject({
      code: 'token.invalid',
    })

    const later = await signInDesk(again.url, demo)
    const expired = await refusal(again.url, `${later.account}/changes?cursor=${next}`, {
      headers: bearer(later.token),
    })
    expect(expired.code).toBe('cursor.expired')
    const { records, restored } = await later.snapshot()
    const told: { at: string } = JSON.parse(readFileSync(`${file}.json`, 'utf8'))
    expect(restored?.from).toBe(told.at)
    expect(records.find((each) => each.id === id)?.version).toBe((restored?.raisedBy ?? 0) + 1)
    await again.stop()
  })

  it('asks again about what was decided on a version that is lost', async () => {
    const { cloud, demo, desk, file, id } = await backedUp()
    await desk.send(updateOf(id, 1, { lastName: 'Lost' }))
    await cloud.stop()
    const dataDir = temporaryFolder('restored')
    await restore(dataDir, file)
    const again = await startCloud({ dataDir, demo: false })
    const later = await signInDesk(again.url, demo)
    const [result] = await later.send(updateOf(id, 2, { lastName: 'Newer' }))
    expect(result).toMatchObject({
      problem: { code: 'stale', current: { id, state: { lastName: '' } } },
    })
    await again.stop()
  })

  it('that was changed, lacks its receipt or is none is refused, and nothing is left behind', async () => {
    const { cloud, file } = await backedUp()
    await cloud.stop()
    const dataDir = temporaryFolder('restored')
    const receipt = readFileSync(`${file}.json`)
    const refused = async (sentence: RegExp) => {
      const { code, stdout, stderr } = await restore(dataDir, file)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(sentence)
      expect(readdirSync(dataDir)).toEqual([])
    }
    writeFileSync(`${file}.json`, '{}')
    await refused(/receipt|\.json is missing or not what/)
    writeFileSync(`${file}.json`, receipt)
    appendFileSync(file, 'x')
    await refused(/not as it was made/)
  })

  it('is never put over a database that is there', async () => {
    const { cloud, file } = await backedUp()
    const { code, stderr } = await restore(cloud.dataDir, file)
    expect(code).toBe(1)
    expect(stderr).toMatch(/There is a database already\. Nothing was changed\./)
    const desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
    expect((await desk.changes()).changes.length).toBeGreaterThan(0)
    await cloud.stop()
  })

  it('that cannot be written is none, and says so', async () => {
    const { cloud, file } = await backedUp()
    const inTheWay = path.join(file, 'below-a-file.backup')
    const { code, stderr } = await backUp(cloud.dataDir, inTheWay)
    expect(code).toBe(1)
    expect(stderr).toMatch(/could not be written|pg_dump failed/)
    expect(existsSync(inTheWay)).toBe(false)
    await cloud.stop()
  })
})
