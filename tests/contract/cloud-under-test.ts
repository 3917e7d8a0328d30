import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { z } from 'zod'
import { batchLimits } from '../../contracts/cloud-api.ts'
import type { Directory } from '../../core/directory.ts'
import type { Change } from '../../core/record.ts'
import type { Role } from '../../core/role.ts'
import { type Desk, deleteOf, jsonBody, request, signInDesk } from '../support/cloud-desk.ts'
import { copyLink, directoryOf, invite, register } from '../support/cloud-invitations.ts'

type Credentials = { readonly email: string; readonly password: string }

export type CloudUnderTest = {
  readonly url: string
  /** Ours, started for this. */
  readonly own: boolean
  readonly admin: Credentials
  /** A desk at which this person signs in, the Account Admin unless said otherwise. */
  signIn(who?: Credentials): Promise<Desk>
  /** Of the account: whom it is of a Regional Admin sees. */
  readonly regionId: string
  /** Somebody new who has this role, in the region: invited, and registered on the page. */
  enrol(role: Role): Promise<Credentials>
  /** A desk of somebody new. */
  member(role: Role): Promise<Desk>
  /** An account that nobody here belongs to; of another's cloud one that does not exist. */
  foreignAccount(): Promise<string>
  register: typeof register
}

/** Told apart by this from what else is in the account; also what a run that was broken off has left. */
export const testOrganization = 'Tapdesk contract test'

/**
 * The cloud that the contract is held against: the one at the address that was given, or our own, started
 * for this file alone. Nothing but HTTP is spoken to it. After the last test of the file what was made is
 * deleted, or our own cloud ended.
 */
export async function cloudUnderTest(): Promise<CloudUnderTest> {
  const given = givenCloud()
  const { url, admin, end, foreignAccount } = given ?? (await ownCloud())
  const signIn = async (who: Credentials = admin) => marking(await signInDesk(url, who))
  afterAll(given === null ? end : await cleanerOf(url, () => signInDesk(url, admin)))
  const regionId = regionOf(await directoryOf(url, await signInDesk(url, admin)))

  async function enrol(role: Role) {
    const { id, state } = await invite(await signIn(), { role, regionId })
    const link = await copyLink(url, await signIn(), id)
    const { status, text } = await patiently(link.url)
    if (status !== 200) throw new Error(`nobody could register: ${status} ${text}`)
    return { email: state?.email ?? '', password: 'a long password' }
  }

  return {
    url,
    own: given === null,
    admin,
    regionId,
    signIn,
    enrol,
    member: async (role) => signIn(await enrol(role)),
    foreignAccount,
    register: patiently,
  }
}

function regionOf({ regions = [] }: Directory): string {
  const [region] = regions
  if (region === undefined) throw new Error('the account has no region')
  return region.id
}

const environment = z.object({
  CONTRACT_URL: z.string().optional(),
  CONTRACT_EMAIL: z.string().default(''),
  CONTRACT_PASSWORD: z.string().default(''),
})

function givenCloud() {
  const given = environment.parse(process.env)
  if (given.CONTRACT_URL === undefined) return null
  const admin = { email: given.CONTRACT_EMAIL, password: given.CONTRACT_PASSWORD }
  const foreignAccount = () => Promise.resolve(randomUUID())
  return { url: given.CONTRACT_URL, admin, end: () => Promise.resolve(), foreignAccount }
}

async function ownCloud() {
  const { startCloud } = await import('../support/cloud.ts')
  const cloud = await startCloud()
  const admin = cloud.demo ?? { email: '', password: '' }
  const foreignAccount = async () => {
    const { addAccount } = await import('../support/cloud-people.ts')
    return addAccount(cloud.dataDir)
  }
  return { url: cloud.url, admin, end: () => cloud.stop(), foreignAccount }
}

/** A desk that says in each record it makes whose it is. */
function marking(desk: Desk): Desk {
  return {
    ...desk,
    send(...items) {
      const marked = items.map((item) => {
        const create = createShape.safeParse(item)
        if (!create.success || create.data.fields.organization !== '') return item
        const fields = { ...create.data.fields, organization: testOrganization }
        return { ...item, fields }
      })
      return desk.send(...marked)
    },
  }
}

const createShape = z.looseObject({
  method: z.literal('create'),
  fields: z.looseObject({ organization: z.string() }),
})

/**
 * Deletes what an earlier run has left, and then, when asked, everything that came since; the card profile is
 * put back too. Signs in once more for that: a campaign takes longer than an access token is good.
 */
async function cleanerOf(url: string, signIn: () => Promise<Desk>): Promise<() => Promise<void>> {
  const desk = await signIn()
  const { cardProfile } = await directoryOf(url, desk)
  const there = await livingRecords(desk)
  const left = there.filter(({ state }) => state?.organization === testOrganization)
  await remove(desk, left)
  const known = new Set(there.map(({ id }) => id))
  return async () => {
    const later = await signIn()
    const since = (await livingRecords(later)).filter(({ id }) => !known.has(id))
    await remove(later, since)
    const { version: ifVersion } = await directoryOf(url, later)
    const back = jsonBody({ ifVersion, cardProfile }, later.token)
    await request(url, `${later.account}/card-profile`, back)
  }
}

async function livingRecords(desk: Desk): Promise<Change[]> {
  const all: Change[] = []
  for (let more = true; more;) {
    const page = await desk.snapshot(all.at(-1)?.id)
    all.push(...page.records)
    more = page.hasMore
  }
  return all
}

async function remove(desk: Desk, records: readonly Change[]) {
  for (let from = 0; from < records.length; from += batchLimits.items) {
    const some = records.slice(from, from + batchLimits.items)
    await desk.send(...some.map(({ id, version }) => deleteOf(id, version)))
  }
}

/** People at one site share an address, and the page slows down who comes too often: then we wait. */
async function patiently(...asked: Parameters<typeof register>) {
  for (;;) {
    const answer = await register(...asked)
    if (answer.status !== 429) return answer
    await pause(1000 * Number(answer.headers.get('retry-after') ?? '1'))
  }
}

/** An address that no mail reaches (RFC 2606). */
export const freshEmail = () => `contract-${randomUUID().slice(0, 8)}@site.example`
