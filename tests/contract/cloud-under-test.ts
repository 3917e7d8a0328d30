import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Role } from '../../core/role.ts'
import { type Desk, deleteOf, signInDesk } from '../support/cloud-desk.ts'
import { copyLink, invite, register } from '../support/cloud-invitations.ts'

type Credentials = { readonly email: string; readonly password: string }

export type CloudUnderTest = {
  readonly url: string
  readonly admin: Credentials
  /** A desk at which this person signs in, the Account Admin unless said otherwise. */
  signIn(who?: Credentials): Promise<Desk>
  /** A desk of somebody new who has this role: invited, and registered on the page. */
  member(role: Role): Promise<Desk>
  register: typeof register
  /** Deletes the records that were made, and ends a cloud that was started for the test. */
  stop(): Promise<void>
}

/** Told apart by this from what else is in the account; also what a run that was broken off has left. */
export const testOrganization = 'Tapdesk contract test'

/**
 * The cloud that the contract is held against: the one at the address that was given, or our own, started
 * for this file alone. Nothing but HTTP is spoken to it.
 */
export async function cloudUnderTest(): Promise<CloudUnderTest> {
  const given = givenCloud()
  const { url, admin, end } = given ?? (await ownCloud())
  const made = new Set<string>()
  const signIn = async (who: Credentials = admin) => remembering(await signInDesk(url, who), made)
  const cleaner = await signInDesk(url, admin)
  if (given !== null) await sweep(cleaner, (organization) => organization === testOrganization)

  return {
    url,
    admin,
    signIn,
    async member(role) {
      const { id, state } = await invite(await signIn(), { role })
      const link = await copyLink(url, cleaner, id)
      const { status, text } = await patiently(link.url)
      if (status !== 200) throw new Error(`nobody could register: ${status} ${text}`)
      return signIn({ email: state?.email ?? '', password: 'a long password' })
    },
    register: patiently,
    async stop() {
      await sweep(cleaner, (organization, id) => made.has(id) || organization === testOrganization)
      await end()
    },
  }
}

const environment = z.object({
  TAPDESK_CONTRACT_URL: z.string().optional(),
  TAPDESK_CONTRACT_EMAIL: z.string().default(''),
  TAPDESK_CONTRACT_PASSWORD: z.string().default(''),
})

function givenCloud() {
  const given = environment.parse(process.env)
  if (given.TAPDESK_CONTRACT_URL === undefined) return null
  const admin = { email: given.TAPDESK_CONTRACT_EMAIL, password: given.TAPDESK_CONTRACT_PASSWORD }
  return { url: given.TAPDESK_CONTRACT_URL, admin, end: () => Promise.resolve() }
}

async function ownCloud() {
  const { startCloud } = await import('../support/cloud.ts')
  const cloud = await startCloud()
  const admin = cloud.demo ?? { email: '', password: '' }
  return { url: cloud.url, admin, end: () => cloud.stop() }
}

/** A desk that notes what it makes, and says in each record whose it is. */
function remembering(desk: Desk, made: Set<string>): Desk {
  return {
    ...desk,
    send(...items) {
      const marked = items.map((item) => {
        const create = createShape.safeParse(item)
        if (!create.success) return item
        made.add(create.data.recordId)
        const { fields } = create.data
        if (fields.organization !== '') return item
        return { ...item, fields: { ...fields, organization: testOrganization } }
      })
      return desk.send(...marked)
    },
  }
}

const createShape = z.looseObject({
  method: z.literal('create'),
  recordId: z.string(),
  fields: z.looseObject({ organization: z.string() }),
})

/** Deletes living records, read by the feed's own snapshot; a record that changes meanwhile is tried again. */
async function sweep(desk: Desk, mine: (organization: string, id: string) => boolean) {
  for (let after: string | undefined; ;) {
    const { records, hasMore } = await desk.snapshot(after, 100)
    const own = records.filter(({ id, state }) => mine(state?.organization ?? '', id))
    if (own.length > 0) await desk.send(...own.map(({ id, version }) => deleteOf(id, version)))
    after = records.at(-1)?.id
    if (!hasMore || after === undefined) return
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
