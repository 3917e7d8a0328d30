import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { MetCard } from '../../core/scan/scan.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import { person, startDesk, syncBecomes, valueOf } from '../support/desk-process.ts'

const idle = { present: null, idleMinutes: 5 } as const
const card: MetCard = { uid: '1C78F2BF', atr: '', source: 'reader', reader: 'Left' }
const allCards = { source: null, search: '', limit: 100, direction: 'forward', at: null } as const

async function aDesk(run: (cloud: RunningCloud, folder: string) => Promise<void>) {
  const cloud = await startCloud()
  await run(cloud, temporaryFolder('desk'))
  await cloud.stop()
}

async function signedIn(cloud: RunningCloud, folder: string) {
  const desk = startDesk({ folder })
  const who = { email: '', password: '', ...cloud.demo }
  await valueOf(desk.asking.session.signIn({ cloudUrl: cloud.url, ...who }))
  return { ...desk, who }
}

async function filesWith(folder: string, text: string): Promise<string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = all
    .filter((each) => each.isFile())
    .map((each) => path.join(each.parentPath, each.name))
  const bytes = await Promise.all(files.map((file) => readFile(file)))
  return files.filter((_, nth) => bytes[nth]?.includes(text))
}

describe('a locked desk', { timeout: 60_000 }, () => {
  it('cannot be locked without a PIN, tells nothing but a name, and goes on sending', () =>
    aDesk(async (cloud, folder) => {
      const { asking, stop } = await signedIn(cloud, folder)
      expect(await asking.lock.now()).toEqual({ ok: false, code: 'no-pin' })
      await valueOf(asking.lock.setPin({ pin: '7391', ...idle }))
      await valueOf(asking.people.send({ opId: v7(), fields: person({ firstName: 'Bo' }) }))
      const view = await valueOf(asking.lock.now())
      expect(Object.keys(view).toSorted()).toEqual(['demo', 'name', 'state', 'taps'])
      await syncBecomes(asking, { waiting: 0, channel: 'idle' })
      await stop()
    }))

  it('is opened by its PIN alone; wrong ones make it wait', () =>
    aDesk(async (cloud, folder) => {
      const { asking, stop } = await signedIn(cloud, folder)
      await valueOf(asking.lock.setPin({ pin: '7391', ...idle }))
      await valueOf(asking.lock.now())
      const guesses = ['0001', '0002', '0003', '0004'].map((pin) =>
        asking.lock.unlock({ by: 'pin', pin }),
      )
      const codes = (await Promise.all(guesses)).map((answer) => (answer.ok ? '' : answer.code))
      expect(codes).toEqual(['wrong-pin', 'wrong-pin', 'wrong-pin', 'too-many-attempts'])
      expect(await valueOf(asking.session.get())).toMatchObject({ state: 'locked' })
      await stop()
    }))

  it('is locked again after the power was cut, waits included, and the clock has no say', () =>
    aDesk(async (cloud, folder) => {
      const { asking, kill } = await signedIn(cloud, folder)
      await valueOf(asking.lock.setPin({ pin: '7391', ...idle }))
      await valueOf(asking.lock.now())
      for (const pin of ['0001', '0002', '0003']) await asking.lock.unlock({ by: 'pin', pin })
      await kill()
      const again = startDesk({ folder })
      // Said before anything else is answered.
      expect(await valueOf(again.asking.session.get())).toMatchObject({ state: 'locked' })
      const tried = () => again.asking.lock.unlock({ by: 'pin', pin: '7391' })
      const waits = { ok: false, code: 'too-many-attempts' }
      await expect.poll(tried, { timeout: 10_000 }).toMatchObject(waits)
      await expect.poll(tried, { timeout: 20_000, interval: 250 }).toMatchObject({ ok: true })
      expect(await valueOf(again.asking.session.get())).toMatchObject({ state: 'signed-in' })
      await again.stop()
    }))

  it('keeps a card that nobody has, and counts it', () =>
    aDesk(async (cloud, folder) => {
      const { asking, stop } = await signedIn(cloud, folder)
      await valueOf(asking.lock.setPin({ pin: '7391', ...idle }))
      await valueOf(asking.lock.now())
      await valueOf(asking.process.tapped(card))
      await valueOf(asking.process.tapped(card))
      expect(await valueOf(asking.session.get())).toMatchObject({ state: 'locked', taps: 2 })
      await valueOf(asking.lock.unlock({ by: 'pin', pin: '7391' }))
      const { rows } = await valueOf(asking.scan.cards(allCards))
      expect(rows).toMatchObject([{ uid: '1C78F2BF', taps: 2, source: 'unknown' }])
      await stop()
    }))

  it('is opened by the password where the PIN is forgotten, and then takes another one', () =>
    aDesk(async (cloud, folder) => {
      const { asking, stop, who } = await signedIn(cloud, folder)
      await valueOf(asking.lock.setPin({ pin: '7391', ...idle }))
      await valueOf(asking.lock.now())
      const wrong = await asking.lock.unlock({ by: 'password', password: 'wrong' })
      expect(wrong).toMatchObject({ code: 'wrong-password' })
      expect(await valueOf(asking.session.get())).toMatchObject({ state: 'locked' })
      await valueOf(asking.lock.unlock({ by: 'password', password: who.password }))
      await valueOf(asking.lock.setPin({ pin: '2580', ...idle }))
      await valueOf(asking.lock.now())
      await valueOf(asking.lock.unlock({ by: 'pin', pin: '2580' }))
      await stop()
    }))

  it('is left by signing out, which keeps what is unsent and the PIN of its person', () =>
    aDesk(async (cloud, folder) => {
      const { asking, stop, who } = await signedIn(cloud, folder)
      await valueOf(asking.lock.setPin({ pin: '7391', ...idle }))
      await valueOf(asking.session.workOffline({ on: true }))
      await valueOf(asking.people.send({ opId: v7(), fields: person({ firstName: 'Bo' }) }))
      await valueOf(asking.lock.now())
      const out = await valueOf(asking.session.signOut())
      expect(out).toMatchObject({ state: 'signed-out', waiting: [{ unsent: 1 }] })
      const back = await valueOf(asking.session.signIn({ cloudUrl: cloud.url, ...who }))
      expect(back).toMatchObject({ state: 'signed-in' })
      expect(await valueOf(asking.lock.settings())).toMatchObject({ pin: true, idleMinutes: 5 })
      await syncBecomes(asking, { waiting: 0 })
      await stop()
    }))

  it('keeps what was open in its window in memory alone, for its person, and tells it once', () =>
    aDesk(async (cloud, folder) => {
      const { asking, stop, who } = await signedIn(cloud, folder)
      await valueOf(asking.lock.setPin({ pin: '7391', ...idle }))
      const roster = { text: 'Hallikainen\nQuillfeather', title: '', swapped: false }
      const offer = { opIds: [v7()], count: 1, name: 'Ylva', moved: null }
      const undo = [
        { ...offer, leftMs: 60_000 },
        { ...offer, leftMs: 1 },
      ]
      const open = { edit: null, roster, undo }
      await valueOf(asking.lock.keep(open))
      await valueOf(asking.lock.now())
      await valueOf(asking.lock.unlock({ by: 'pin', pin: '7391' }))
      const kept = await valueOf(asking.lock.kept())
      expect(kept).toMatchObject({ roster, undo: [offer] })
      expect(kept.undo[0]?.leftMs).toBeLessThan(60_000)
      expect(await valueOf(asking.lock.kept())).toEqual({ edit: null, roster: null, undo: [] })

      await valueOf(asking.lock.keep(open))
      await valueOf(asking.lock.now())
      await valueOf(asking.session.signOut())
      await valueOf(asking.session.signIn({ cloudUrl: cloud.url, ...who }))
      expect(await valueOf(asking.lock.kept())).toMatchObject({ roster: null })
      await valueOf(asking.lock.keep(open))
      await stop()
      expect(await filesWith(folder, 'Quillfeather')).toEqual([])
    }))

  it('keeps its lock where somebody passes: it is not put off without the PIN', () =>
    aDesk(async (cloud, folder) => {
      const { asking, stop } = await signedIn(cloud, folder)
      await valueOf(asking.lock.setPin({ pin: '7391', ...idle }))
      const tried = async (idleMinutes: 0 | 10, present: string | null) => {
        const answer = await asking.lock.setIdle({ idleMinutes, present })
        return answer.ok ? 'ok' : answer.code
      }
      expect(await tried(0, null)).toBe('wrong-pin')
      expect(await tried(10, '0001')).toBe('wrong-pin')
      expect(await valueOf(asking.lock.settings())).toMatchObject({ idleMinutes: 5 })
      expect(await tried(10, '7391')).toBe('ok')
      expect(await valueOf(asking.lock.settings())).toMatchObject({ idleMinutes: 10 })
      await stop()
    }))

  it('has its PIN nowhere on disk', () =>
    aDesk(async (cloud, folder) => {
      const { asking, stop } = await signedIn(cloud, folder)
      await valueOf(asking.lock.setPin({ pin: '739182645073', ...idle }))
      await valueOf(asking.lock.now())
      await stop()
      expect(await filesWith(folder, '739182645073')).toEqual([])
    }))
})
