import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { setMember } from '../../cloud/operator/members.ts'
import { purge } from '../../cloud/store/purge.ts'
import { nobody } from '../../core/person.ts'
import { createAccountDatabase } from '../support/cloud-database.ts'
import { deleteOf, updateOf } from '../support/cloud-desk.ts'
import { type RegionalSite, createRegionalSite } from '../support/regional-site.ts'

/** What happens in an account of two regions, each thing told by numbers that are taken modulo what there is. */
const happening = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.record({ kind: fc.constant('write' as const), by: fc.nat(3), items: items() }),
  },
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('pull' as const),
      whom: fc.nat(1),
      pages: fc.integer({ min: 1, max: 8 }),
      limit: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('limit' as const), whom: fc.nat(1), to: fc.nat(2) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('promote' as const), whom: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'seasons' as const }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

function items() {
  const record = fc.nat(3)
  const region = fc.nat(2)
  return fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ what: fc.constant('create' as const), record, region }) },
      { weight: 4, arbitrary: fc.record({ what: fc.constant('move' as const), record, region }) },
      { weight: 2, arbitrary: fc.record({ what: fc.constant('rename' as const), record }) },
      { weight: 1, arbitrary: fc.record({ what: fc.constant('delete' as const), record }) },
    ),
    { minLength: 1, maxLength: 3 },
  )
}

async function happen(site: RegionalSite, each: Happening) {
  const { db, accountId, regions, regionals } = site
  switch (each.kind) {
    case 'write': {
      const batch = []
      for (const wish of each.items) {
        const regionId = 'region' in wish ? (regions[wish.region]?.id ?? null) : null
        const id = site.record(wish.record)
        const version = await site.versionOf(id)
        const name = `${wish.what} ${site.next()}`
        if (wish.what === 'create') {
          const recordId = site.newRecord(wish.record)
          const fields = { ...nobody, firstName: name, regionId }
          batch.push({ opId: recordId, method: 'create', recordId, fields })
        } else if (wish.what === 'move') batch.push(updateOf(id, version, { regionId }))
        else if (wish.what === 'rename') batch.push(updateOf(id, version, { firstName: name }))
        else batch.push(deleteOf(id, version))
      }
      return site.send(each.by, batch)
    }
    case 'limit': {
      const email = regionals[each.whom]?.email ?? ''
      const wish = { verb: 'set', email, role: 'regional-admin' } as const
      const region = regions[each.to]?.name ?? null
      return void (await setMember(db, accountId, { ...wish, region }, site.now()))
    }
    case 'promote': {
      const wish = { verb: 'set', email: regionals[each.whom]?.email ?? '' } as const
      const all = { ...wish, role: 'account-admin', region: undefined } as const
      return void (await setMember(db, accountId, all, site.now()))
    }
    case 'pull':
      return site.pull(each.whom, each)
    case 'seasons':
      site.passDays(200)
      return purge(db, site.now())
  }
}

it('leaves at each desk exactly whom its person sees, whatever happened and whenever it pulled', async () => {
  const database = await createAccountDatabase()
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 10, maxLength: 60, size: 'max' }),
      async (history) => {
        const site = await createRegionalSite(database)
        for (const each of history) await happen(site, each)
        for (const whom of [0, 1]) {
          await site.pull(whom, { pages: Infinity, limit: 2 })
          const { shown, digest } = site.desk(whom)
          expect(shown()).toEqual(await site.seenBy(whom))
          expect(digest()).toEqual(await site.digestFor(whom))
        }
      },
    ),
    { numRuns: 30 },
  )
}, 120_000)

it('is looked at by a check that would notice a neighbour, and somebody who is missing', async () => {
  const site = await createRegionalSite(await createAccountDatabase())
  const mine = site.newRecord(0)
  const fields = { ...nobody, firstName: 'Mine', regionId: site.regions[0]?.id ?? null }
  await site.send(0, [{ opId: mine, method: 'create', recordId: mine, fields }])
  expect(await site.seenBy(0)).not.toEqual(site.desk(0).shown())
  await site.pull(0, { pages: Infinity, limit: 2 })
  expect(await site.seenBy(0)).toEqual(site.desk(0).shown())
  expect(await site.seenBy(1)).toEqual([])
  await site.db
    .updateTable('record')
    .set({ region_id: randomUUID() })
    .where('id', '=', mine)
    .execute()
  expect(await site.seenBy(0)).not.toEqual(site.desk(0).shown())
})
