import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../contracts/result.ts'
import type { DeskIdentity } from '../../core/session.ts'
import { createStoreUnderTest } from '../../tests/support/desk-store-under-test.ts'
import { openProfileStore } from '../store/profile-store.ts'
import { endHandOver, handOver } from './hand-over.ts'

const identity: DeskIdentity = {
  cloudUrl: 'https://cloud.example',
  cloudId: v7(),
  demo: false,
  person: { id: v7(), email: 'bea@site.example', name: 'Bea' },
  account: { id: v7(), name: 'Site', role: 'account-admin' },
}

/** Somebody new whom the cloud refused because of the giver's role. */
function parkedDesk(disk: 'sound' | 'full') {
  const store = createStoreUnderTest()
  store.create({ firstName: 'Yrsa' })
  const { opId } = store.only()
  store.settle({ opId, kind: 'parked', problem: { code: 'forbidden' } })
  const profile = openProfileStore({ path: ':memory:', newId: v7 })
  if (!profile.ok) throw new Error(profile.code)
  const full = () => fail('disk-full' as const)
  const handedOn = disk === 'full' ? { ...store.handOver, left: full } : store.handOver
  const place = {
    room: { current: () => ({ identity, handedOn, nudge: () => {} }) },
    profile: profile.value,
    reading: <T>(work: () => T) => ok(work()),
    wallTime: () => '2026-11-26T08:00:00.000Z',
    peopleChanged: () => {},
  }
  return { store, opId, place, offered: () => profile.value.handedOver.list(identity) }
}

describe('handing over', () => {
  it('takes the entry out of the queue and keeps it for a colleague', () => {
    const { store, opId, place, offered } = parkedDesk('sound')
    expect(handOver(place, { opIds: [opId] })).toEqual({ ok: true, value: { handed: 1 } })
    expect(store.people.parked()).toEqual([])
    expect(offered()).toMatchObject([{ opId, name: 'Yrsa Salo', state: 'waiting' }])
  })

  it('offers nothing to a colleague that could not leave the queue: it would be sent twice', () => {
    const { store, opId, place, offered } = parkedDesk('full')
    expect(handOver(place, { opIds: [opId] })).toMatchObject({ ok: false, code: 'disk-full' })
    expect(store.people.parked()).toHaveLength(1)
    expect(offered()).toEqual([])
  })

  it('cannot be taken back once a colleague has begun to take it: it may be sent already', () => {
    const { opId, place, offered } = parkedDesk('sound')
    handOver(place, { opIds: [opId] })
    place.profile.handedOver.reserve(opId, { id: v7(), newOpId: v7() })
    expect(endHandOver(place, { opId })).toMatchObject({ ok: true })
    expect(offered()).toMatchObject([{ opId, state: 'waiting' }])
  })
})
