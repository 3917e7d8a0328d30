import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DeskIdentity } from '../../core/session.ts'
import { id } from '../../tests/support/desk-people.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { openProfileStore } from './profile-store.ts'

const bea: DeskIdentity = {
  cloudUrl: 'https://cloud.example.com',
  cloudId: id(1),
  demo: false,
  person: { id: id(2), email: 'bea@site.example', name: 'Bea Bergh' },
  account: { id: id(3), name: 'Harbour', role: 'installer' },
}
const elsewhere: DeskIdentity = { ...bea, account: { id: id(4), name: 'Other', role: 'installer' } }
const [erased, someone] = [id(10), id(11)]
const at = '2026-11-25T08:00:00.000Z'

const leaving = (nth: number, recordId: string, name: string) => ({
  opId: id(nth),
  recordId,
  name,
  method: 'update' as const,
  wish: JSON.stringify({ method: 'update', set: { lastName: name } }),
})

/** Work about two people, waiting, taken over and dropped; and the same of another account. */
function handed() {
  const folder = temporaryFolder()
  const opened = openProfileStore({ path: path.join(folder, 'profile.db'), newId: () => id(99) })
  if (!opened.ok) throw new Error(opened.code)
  const profile = opened.value
  const { handedOver } = profile
  const about = [20, 21, 22].map((nth) => leaving(nth, erased, 'Quillfeather'))
  handedOver.keep(bea, [...about, leaving(23, someone, 'Someone')], at)
  handedOver.keep(bea, [leaving(24, someone, 'Someone')], at)
  handedOver.keep(elsewhere, [leaving(25, erased, 'Namesake')], at)
  handedOver.reserve(id(21), { id: id(5), newOpId: id(30) })
  handedOver.decide(id(21), { state: 'taken', by: 'Carl Colleague' })
  handedOver.decide(id(22), { state: 'dropped', by: 'Carl Colleague' })
  handedOver.reserve(id(24), { id: id(5), newOpId: id(31) })
  handedOver.decide(id(24), { state: 'taken', by: 'Carl Colleague' })
  return { folder, profile, handedOver }
}

/** By reading the files in this process, which lets go of the database's locks: at the end of a test only. */
const filesWith = (folder: string, text: string) =>
  readdirSync(folder).filter((name) => readFileSync(path.join(folder, name)).includes(text))

describe('somebody who is erased', () => {
  it('is forgotten in what waits for a colleague and in what was decided, down to the file', () => {
    const { folder, profile, handedOver } = handed()
    handedOver.erase(bea, [erased, id(98)])
    expect(handedOver.list(bea).map(({ opId, name }) => [opId, name])).toEqual([
      [id(23), 'Someone'],
      [id(24), 'Someone'],
    ])
    expect(handedOver.list(elsewhere)).toHaveLength(1)
    profile.close()
    expect(filesWith(folder, 'Quillfeather')).toEqual([])
  })

  it('was a colleague: what they left and took stays, without their name', () => {
    const { folder, profile, handedOver } = handed()
    handedOver.erase(bea, [bea.person.id, id(5)])
    const lines = handedOver.list(bea).map(({ opId, from, by, wish }) => [opId, from, by, !!wish])
    expect(lines).toEqual([
      [id(20), '', null, true],
      [id(21), '', '', false],
      [id(22), '', '', false],
      [id(23), '', null, true],
      [id(24), '', '', false],
    ])
    profile.close()
    expect(filesWith(folder, 'Carl Colleague')).toEqual([])
  })
})
