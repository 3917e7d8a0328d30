import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CardStep } from '../../core/card-step.ts'
import type { RecordState } from '../../core/record.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import {
  type CloudBehindFaults,
  startCloudBehindFaults,
  startDesk,
} from '../support/desk-over-http.ts'
import { restorable } from '../support/restored-cloud.ts'

let cloud: CloudBehindFaults
const { backUpNow, putBackNow, signInAgain, signedInAgain, inCloud } = restorable(() => cloud)
beforeEach(async () => {
  cloud = await startCloudBehindFaults()
})
afterEach(() => cloud.close())

const at = '2026-11-23T08:00:00.000Z'
const allSent = (status: SyncStatus) => status.channel === 'idle' && status.waiting === 0

function cardsOf(state: RecordState | null) {
  const others = (state?.otherCards ?? []).map(({ cardId, status, reason, surfaceId }) =>
    [cardId, status, reason, surfaceId].join(' '),
  )
  return { cardId: state?.cardId, surfaceId: state?.surfaceId, others }
}

describe('a desk whose cloud was put back to a backup', () => {
  it('sends again what the cloud has lost, once, and nothing that it still has', async () => {
    const desk = startDesk(cloud)
    const kept = desk.create('Kept')
    await desk.reaches(allSent)
    await backUpNow()
    const lost = desk.create('Lost')
    const set = { organization: 'Later', cardId: '04C43BC21C2680' }
    desk.store.people.acceptUpdate({ opId: v7(), recordId: kept, set, at })
    desk.shell.nudge('accepted')
    await desk.reaches(allSent)
    await desk.stop()
    await putBackNow()
    await signInAgain()
    expect((await inCloud('Lost')).size).toBe(0)

    const again = await signedInAgain()
    const unsent = again.create('Unsent')
    await again.reaches((status) => allSent(status) && again.store.people.fields(lost) !== null)
    await again.reaches(allSent)
    await expect
      .poll(async () => [...(await inCloud('Lost')).keys()], { timeout: 15_000 })
      .toEqual([lost])
    await expect
      .poll(async () => (await inCloud('Kept')).get(kept), { timeout: 15_000 })
      .toMatchObject({ organization: 'Later', cardId: '04C43BC21C2680' })
    expect([...(await inCloud('Unsent')).keys()]).toEqual([unsent])
    expect(again.store.people.fields(kept)).toMatchObject({ organization: 'Later' })
    expect(again.store.people.fields(lost)).toMatchObject({ lastName: 'Lost' })
    expect(again.store.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
    await again.stop()
  })

  it('does so at once from two desks of a person, and everybody is there once', async () => {
    const [one, two] = [
      startDesk(cloud, undefined, { file: 'one.db' }),
      startDesk(cloud, undefined, { file: 'two.db' }),
    ]
    await Promise.all([one.reaches(allSent), two.reaches(allSent)])
    await backUpNow()
    const ids = [one.create('Lostone'), two.create('Losttwo')]
    await Promise.all([one.reaches(allSent), two.reaches(allSent)])
    await Promise.all([one.stop(), two.stop()])
    await putBackNow()
    const again = [await signedInAgain({ file: 'one.db' }), await signedInAgain({ file: 'two.db' })]
    await expect
      .poll(async () => [...(await inCloud('Lost')).keys()].toSorted(), { timeout: 20_000 })
      .toEqual(ids.toSorted())
    for (const desk of again) {
      await desk.reaches(allSent)
      expect(desk.store.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
      await desk.stop()
    }
  })

  it('does not bring back whom the cloud had deleted before the backup', async () => {
    const desk = startDesk(cloud)
    const gone = desk.create('Deleted')
    await desk.reaches(allSent)
    await desk.stop()
    const other = startDesk(cloud, undefined, { file: 'other.db' })
    await other.reaches((status) => allSent(status) && other.store.people.fields(gone) !== null)
    other.store.people.acceptDelete({ opId: v7(), recordId: gone, at })
    other.shell.nudge('accepted')
    await other.reaches(allSent)
    await other.stop()
    await backUpNow()
    await putBackNow()
    const again = await signedInAgain()
    await expect.poll(() => again.store.people.fields(gone), { timeout: 15_000 }).toBeNull()
    await again.reaches(allSent)
    expect((await inCloud('Deleted')).size).toBe(0)
    await again.stop()
  })

  it('shows whom it had deleted since as a deletion that is lost, for a person to decide', async () => {
    const desk = startDesk(cloud)
    const [again, stays, before] = [
      desk.create('Goneagain'),
      desk.create('Gonestays'),
      desk.create('Goneold'),
    ]
    await desk.reaches(allSent)
    const remove = async (...ids: readonly string[]) => {
      for (const recordId of ids) desk.store.people.acceptDelete({ opId: v7(), recordId, at })
      desk.shell.nudge('accepted')
      await desk.reaches(allSent)
    }
    await remove(before)
    await backUpNow()
    await remove(again, stays)
    await desk.stop()
    await putBackNow()

    const back = await signedInAgain()
    await back.reaches((status) => status.attention === 2)
    const shown = back.store.people.parked()
    expect(shown).toMatchObject(
      [again, stays].map((recordId) => ({
        recordId,
        method: 'delete',
        problem: { code: 'restored', from: expect.any(String) },
      })),
    )
    expect(shown.map(({ fields }) => fields.lastName)).toEqual(['Goneagain', 'Gonestays'])
    expect((await inCloud('Gone')).size).toBe(2)
    const [first, second] = shown
    const { fields = null, opId = '' } = first ?? {}
    back.store.people.decideParked([{ opId, newOpId: v7(), fields, group: null }])
    back.store.people.discardParked(second?.opId ?? '')
    back.shell.nudge('accepted')
    await back.reaches((status) => allSent(status) && status.attention === 0)
    expect([...(await inCloud('Gone')).keys()]).toEqual([stays])
    expect(back.store.people.fields(stays)).toMatchObject({ lastName: 'Gonestays' })
    expect(back.store.people.fields(again)).toBeNull()
    await back.stop()
  })

  it('blocks again what was blocked since, also a card that was replaced', async () => {
    const desk = startDesk(cloud)
    const cards = ['04C43BC21C2601', '04C43BC21C2602'] as const
    const other = '04C43BC21C2603'
    const people = [desk.create('Blockone'), desk.create('Blocktwo')] as const
    for (const [nth, recordId] of people.entries()) {
      const set = { cardId: cards[nth] ?? null, surfaceId: `A-${nth}` }
      desk.store.people.acceptUpdate({ opId: v7(), recordId, set, at })
    }
    desk.shell.nudge('accepted')
    await desk.reaches(allSent)
    await backUpNow()
    const step = (recordId: string, asked: CardStep) =>
      desk.store.people.acceptCardStep({ opId: v7(), recordId, step: asked, at })
    step(people[0], { action: 'block', cardId: cards[0], reason: 'lost' })
    step(people[1], { action: 'replace', cardId: other, surfaceId: 'B', replaces: cards[1] })
    desk.shell.nudge('accepted')
    await desk.reaches(allSent)
    await desk.stop()
    await putBackNow()

    const back = await signedInAgain()
    await expect
      .poll(async () => [...(await inCloud('Block')).values()].map(cardsOf), { timeout: 15_000 })
      .toEqual([
        { cardId: null, surfaceId: '', others: [`${cards[0]} blocked lost A-0`] },
        { cardId: other, surfaceId: 'B', others: [`${cards[1]} blocked replaced A-1`] },
      ])
    await back.reaches(allSent)
    expect(back.store.outbox.counts()).toEqual({ ready: 0, inflight: 0, parked: 0 })
    await back.stop()
  })

  it('agrees with the cloud afterwards, also when it is told twice', async () => {
    const desk = startDesk(cloud)
    desk.create('Before')
    await desk.reaches(allSent)
    await backUpNow()
    const lost = desk.create('Lost')
    await desk.reaches(allSent)
    await desk.stop()
    for (let nth = 0; nth < 2; nth++) {
      await putBackNow(nth * 60)
      const again = await signedInAgain()
      await expect
        .poll(async () => [...(await inCloud('Lost')).keys()], { timeout: 15_000 })
        .toEqual([lost])
      await again.reaches(allSent)
      const { accessToken: token } = cloud.tokens
      const agrees = async () => {
        const digest = await cloud.client.digest({ params: { accountId: cloud.accountId }, token })
        return (
          digest.ok &&
          JSON.stringify(digest.value.buckets) === JSON.stringify(again.store.feed.digest().buckets)
        )
      }
      again.shell.nudge('sync-now')
      await expect.poll(agrees, { timeout: 15_000 }).toBe(true)
      await again.stop()
    }
  })
})
