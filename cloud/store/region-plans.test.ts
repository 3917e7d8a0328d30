import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { createOf } from '../../tests/support/cloud-desk.ts'
import { countedAnew, reads, statements } from '../../tests/support/query-plans.ts'
import { linesAfter, linesBefore } from './desk-log.ts'
import { changesBetween, livingRows, livingVersions } from './feed-pages.ts'

type Account = Awaited<ReturnType<typeof createAccountDatabase>>

/** Twelve regions of a hundred, each with as many who left it. */
async function fill({ db, actor, run, now }: Account): Promise<string> {
  const regions = Array.from({ length: 12 }, () => randomUUID())
  for (const [nth, id] of regions.entries()) {
    const region = { account_id: actor.accountId, id, name: `Region ${nth}` }
    await db.insertInto('region').values(region).execute()
    const many = Array.from({ length: 100 }, (_, n) => {
      const cardId = (0xef_00_00_00 + nth * 100 + n).toString(16).toUpperCase()
      return createOf({ firstName: 'A', cardId, regionId: id })
    })
    await run(...many)
    const left = many.map(({ recordId }, n) => ({
      account_id: actor.accountId,
      region_id: regions[(nth + 1) % 12] ?? '',
      record_id: recordId,
      version: 1,
      seq: nth * 100 + n + 1,
      at: now().toISOString(),
    }))
    await db.insertInto('departure').values(left).execute()
  }
  await countedAnew(db)
  return regions[3] ?? ''
}

it('what a Regional Admin reads is found by account, region and place, however many others there are', async () => {
  const account = await createAccountDatabase()
  const { db, actor } = account
  const regionId = await fill(account)
  const view = { accountId: actor.accountId, sight: { of: 'region', regionId } } as const
  const range = { after: 350, upTo: 1200, limit: 501 }
  const asked = await statements(db, async (listening) => {
    await changesBetween(listening, view, range)
    await livingRows(listening, view, { after: '018f0000-0000-7000-8000-000000000001', limit: 501 })
    await livingVersions(listening, view)
    await linesAfter(listening, view, range)
    await linesBefore(listening, view, { before: 1200, limit: 501 })
  })
  expect(asked).toHaveLength(6)
  const plans = await Promise.all(
    asked.map((query) => reads(db, query, 'record|departure|desk_log')),
  )
  const byRegion = /account_id ?= ?.* AND \(?region_id ?=/
  expect(plans.filter((lines) => lines.length === 0)).toEqual([])
  expect(plans.flat().filter((line) => !byRegion.test(line))).toEqual([])
})

it('what an Installer reads is found by account, person and place', async () => {
  const account = await createAccountDatabase()
  const { db, actor } = account
  await fill(account)
  const sight = { of: 'own', personId: randomUUID() } as const
  const range = { after: 350, upTo: 1200, limit: 501 }
  const asked = await statements(db, (listening) =>
    changesBetween(listening, { accountId: actor.accountId, sight }, range),
  )
  const plans = await Promise.all(asked.map((query) => reads(db, query, 'record')))
  expect(plans.flat()).toHaveLength(1)
  expect(plans.flat()[0]).toMatch(/account_id ?= ?.* AND \(?created_by ?=/)
})
