import { describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { fail, ok } from '../../contracts/result.ts'
import { type SurfaceRule, defaultCardProfile } from '../../core/card-profile.ts'
import { emptyDirectory } from '../../core/directory.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { followCardText } from './card-text.ts'

const account = (surface: SurfaceRule) => () =>
  ok({ ...emptyDirectory, cardProfile: { ...defaultCardProfile, surface } })

describe('the text on cards', () => {
  it('is read exactly while the account of whoever is signed in takes Surface ID from it', async () => {
    const double = createAppDouble(ipc, { directory: { get: account({ kind: 'ndef' }) } })
    const told: boolean[] = []
    followCardText({ asked: double.app, readText: (on) => void told.push(on) })

    double.tell.session.changed({ state: 'starting' })
    await expect.poll(() => told).toEqual([true])
    double.answer({ directory: { get: account({ kind: 'typed' }) } })
    double.tell.directory.changed()
    await expect.poll(() => told).toEqual([true, false])
    double.answer({ directory: { get: account({ kind: 'ndef' }) } })
    double.tell.directory.changed()
    await expect.poll(() => told).toEqual([true, false, true])
    double.answer({ directory: { get: () => fail('unavailable') } })
    double.tell.directory.changed()
    double.answer({ directory: { get: () => fail('signed-out') } })
    double.tell.session.changed({ state: 'starting' })
    await expect.poll(() => told).toEqual([true, false, true, false])
  })
})
