import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { type Item, runBatch } from '../../cloud/operations/run-batch.ts'
import { changesHandlers } from '../../cloud/routes/changes.ts'
import { createCursors } from '../../cloud/routes/cursor.ts'
import { actorIn } from '../../cloud/routes/in-account.ts'
import { insertAccount, insertMembership, insertPerson } from '../../cloud/store/people.ts'
import type { Session } from '../../cloud/store/sessions.ts'
import type { Change } from '../../core/record.ts'
import { isSeen, sightOf } from '../../core/sight.ts'
import type { createAccountDatabase } from './cloud-database.ts'
import { createStoreUnderTest } from './desk-store-under-test.ts'

export type RegionalSite = Awaited<ReturnType<typeof createRegionalSite>>

const regionNames = ['North', 'South'] as const

/**
 * An account with two regions, a Regional Admin of each with a real desk store, and an Account Admin and an
 * Installer beside them: the cloud's own ways of writing and of telling, without HTTP between.
 */
export async function createRegionalSite(
  database: Pick<Awaited<ReturnType<typeof createAccountDatabase>>, 'db' | 'now' | 'passDays'>,
) {
  const { db, now, passDays } = database
  const accountId = randomUUID()
  await insertAccount(db, { id: accountId, name: 'Site' }, now().toISOString())
  const regions = regionNames.map((name) => ({ id: randomUUID(), name }))
  for (const region of regions) {
    await db
      .insertInto('region')
      .values({ account_id: accountId, ...region })
      .execute()
  }
  const member = async (role: 'account-admin' | 'regional-admin' | 'installer', nth?: number) => {
    const id = randomUUID()
    const email = `${id}@site.example`
    const regionId = nth === undefined ? null : (regions[nth]?.id ?? null)
    await insertPerson(db, { id, email, name: role, passwordHash: 'none' }, now().toISOString())
    await insertMembership(db, { personId: id, accountId, role, regionId })
    return { id, email }
  }
  const regionals = [await member('regional-admin', 0), await member('regional-admin', 1)]
  const others = [await member('account-admin'), await member('installer', 0)]
  const people = [...regionals, ...others]
  const desks = regionals.map(createRegionalDesk)
  const handlers = changesHandlers(db, {
    cursors: createCursors('epoch'),
    logCursors: createCursors('epoch log'),
    pulled: () => {},
    restored: null,
  })
  const records: string[] = Array.from({ length: 6 }, () => v7())
  let counter = 0

  const sessionOf = (whom: number): Session => {
    const personId = people[whom]?.id ?? ''
    return { id: randomUUID(), personId, person: 'Somebody', desk: { id: randomUUID(), name: 'D' } }
  }
  const asked = (whom: number) => ({
    session: sessionOf(whom),
    params: { accountId },
    body: undefined,
    address: '',
  })
  const deskAt = (whom: number) => {
    const desk = desks[whom]
    if (desk === undefined) throw new Error('there is no such desk')
    return desk
  }

  /** Nobody else is ever told, not even to be forgotten again. */
  async function areSeen(whom: number, changes: readonly Change[]) {
    const actor = await actorIn(db, sessionOf(whom), accountId, 'changes')
    if (!actor.ok) throw new Error(actor.code)
    const sight = sightOf(actor.value)
    const strange = changes.find(({ state }) => state !== null && !isSeen(sight, state))
    if (strange) throw new Error(`told of somebody else: ${JSON.stringify(strange)}`)
  }

  async function snapshot(whom: number, limit: number) {
    const { feed } = deskAt(whom)
    let after: string | undefined
    let first: string | null = null
    feed.beginSnapshot()
    for (let more = true; more;) {
      const query = { limit, ...(after === undefined ? {} : { after }) }
      const page = await handlers.snapshot({ ...asked(whom), query })
      if (!page.ok) throw new Error(page.code)
      await areSeen(whom, page.value.records)
      first ??= page.value.cursor
      feed.addToSnapshot(page.value.records)
      after = page.value.records.at(-1)?.id
      more = page.value.hasMore
    }
    feed.finishSnapshot(first ?? '')
  }

  return {
    db,
    now,
    passDays,
    accountId,
    regions,
    regionals,
    next: () => (counter += 1),
    desk: deskAt,
    record: (nth: number) => records[nth] ?? '',
    newRecord: (nth: number) => (records[nth] = v7()),

    async versionOf(id: string): Promise<number> {
      const row = db.selectFrom('record').select('version').where('id', '=', id)
      return (await row.executeTakeFirst())?.version ?? 1
    },

    /** Refused as a whole of whoever may not work, and item by item as the cloud sees fit. */
    async send(whom: number, items: readonly Item[]) {
      const actor = await actorIn(db, sessionOf(whom), accountId, 'batch')
      if (actor.ok) await runBatch(db, actor.value, items, { now, onBug: rethrow })
    },

    /** As a desk does: page by page, and a snapshot where the feed is another one. */
    async pull(whom: number, { pages, limit }: { readonly pages: number; readonly limit: number }) {
      const { feed } = deskAt(whom)
      for (let nth = 0; nth < pages; nth += 1) {
        const cursor = feed.cursor()
        const query = { limit, ...(cursor === null ? {} : { cursor }) }
        const page = await handlers.changes({ ...asked(whom), query })
        if (!page.ok && page.code !== 'cursor.expired') throw new Error(page.code)
        if (page.ok) {
          await areSeen(whom, page.value.changes)
          if (!feed.applyPage(page.value)) throw new Error('a page of another cursor')
          if (!page.value.hasMore) return
        } else await snapshot(whom, limit)
      }
    },

    /** By the tables: what nobody's code had a say in. */
    async seenBy(whom: number): Promise<Shown[]> {
      const personId = people[whom]?.id ?? ''
      const membership = await db
        .selectFrom('membership')
        .select(['role', 'region_id'])
        .where('account_id', '=', accountId)
        .where('person_id', '=', personId)
        .executeTakeFirstOrThrow()
      const rows = await db
        .selectFrom('record')
        .select(['id', 'version', 'first_name', 'region_id'])
        .where('account_id', '=', accountId)
        .where('deleted', '=', 0)
        .execute()
      return rows
        .filter(
          ({ region_id }) =>
            membership.role === 'account-admin' ||
            (region_id !== null && region_id === membership.region_id),
        )
        .map(({ id, version, first_name }) => ({ id, version, firstName: first_name }))
        .toSorted(byId)
    },

    async digestFor(whom: number) {
      const answer = await handlers.digest({ ...asked(whom), query: undefined })
      if (!answer.ok) throw new Error(answer.code)
      const { count, buckets } = answer.value
      return { count, buckets }
    },
  }
}

type Shown = { readonly id: string; readonly version: number; readonly firstName: string }

function createRegionalDesk() {
  const { feed, db } = createStoreUnderTest()
  const all = db.prepare<[], { id: string; version: number; base: string }>(
    'SELECT id, base_version AS version, base FROM record WHERE base_version > 0 AND base_deleted = 0',
  )
  return {
    feed,
    digest: () => feed.digest(),
    shown: (): Shown[] =>
      all
        .all()
        .map(({ id, version, base }) => {
          const { firstName }: NonNullable<Change['state']> = JSON.parse(base)
          return { id, version, firstName }
        })
        .toSorted(byId),
  }
}

const byId = (a: Shown, b: Shown) => (a.id < b.id ? -1 : 1)

function rethrow(error: unknown): never {
  throw error
}
