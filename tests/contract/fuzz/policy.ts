import { z } from 'zod'
import { cloudApi, problem, problemsAnywhere } from '../../../contracts/cloud-api.ts'
import { operation } from '../../../core/operation.ts'
import { askRefusal, endpointAccess, mayDo } from '../../../core/policy.ts'
import { mayChooseRegion, mayInviteByEmail, rolesGivenBy } from '../../../core/role.ts'
import { type Member, isSeen, sightOf } from '../../../core/sight.ts'
import { endpoints } from './calls.ts'
import type { Answer } from './verdict.ts'

/** Who a caller is to the account of this campaign; null: nobody who is signed in. */
export type Standing = Member | null

type Asked = {
  readonly name: string
  readonly path: string
  readonly body: string | Buffer | null
}

/**
 * Throws where somebody was answered what core/policy.ts refuses them: an endpoint, an operation, or a record
 * that they do not see. Whoever is refused must learn nothing else either, such as that a cursor is too old.
 */
export function judgePolicy(
  { name, path, body }: Asked,
  who: Standing,
  accountId: string,
  answer: Answer,
) {
  const endpoint = endpoints.get(name)
  if (!endpoint?.auth) return
  const refusal = who === null ? 'token.invalid' : refusalOf(name, path, who, accountId)
  if (refusal !== null) return mustRefuse(refusal, answer)
  if (answer.status !== 200 || who === null) return
  const answered: unknown = JSON.parse(answer.text)
  if (name === 'batch') judgeItems(who, body, answered)
  judgeSeen(who, answered)
}

function refusalOf(name: string, path: string, by: Member, accountId: string) {
  if (!path.includes('/accounts/')) return null
  const here = path.split(/[/?]/)[3] === accountId
  const access = Object.entries(endpointAccess).find(([each]) => each === name)?.[1]
  if (access === undefined) throw new Error(`core/policy.ts knows no ${name}`)
  return askRefusal(here ? by : null, access)
}

function mustRefuse(refusal: string, { status, text }: Answer) {
  if (status === 200) throw new Error(`answered where ${refusal} was due: ${text}`)
  const { code } = problem.parse(JSON.parse(text))
  const early: readonly string[] = problemsAnywhere
  if (code !== refusal && !early.includes(code)) {
    throw new Error(`said ${code} to somebody who is to hear ${refusal}`)
  }
}

function judgeItems(who: Member, body: string | Buffer | null, answered: unknown) {
  const sent = z
    .object({ items: z.array(z.looseObject({ opId: z.string() })) })
    .parse(JSON.parse(String(body).replace(/^\ufeff/, '')))
  for (const result of cloudApi.batch.response.parse(answered).results) {
    if (result.outcome !== 'applied') continue
    const under = sent.items.filter(({ opId }) => opId === result.opId)
    const wishes = under.flatMap((item) => operation.safeParse(item).data ?? [])
    if (!wishes.some((wish) => mayWish(who, wish))) {
      throw new Error(`applied for the role ${who.role}: ${JSON.stringify(under)}`)
    }
    const made = result.change.state
    if (made !== null && !isSeen(sightOf(who), made)) {
      throw new Error(`applied to somebody whom they do not see: ${JSON.stringify(result)}`)
    }
  }
}

/** What a role may ask for, of whomever it is about. */
function mayWish({ role: by, regionId }: Member, wish: z.infer<typeof operation>): boolean {
  if (!mayDo(by, wish.method)) return false
  const given = wish.method === 'create' ? wish.fields : wish.method === 'update' ? wish.set : {}
  if (given.role !== undefined && !rolesGivenBy(by).includes(given.role)) return false
  const region = given.regionId ?? null
  if (!mayChooseRegion(by) && region !== null && region !== regionId) return false
  if (mayInviteByEmail(by) || wish.method !== 'create') return true
  return wish.fields.email === null && wish.fields.cardId !== null
}

const state = z
  .object({ createdBy: z.string(), regionId: z.string().nullable().default(null) })
  .nullable()
const seen = z.object({
  changes: z.array(z.object({ state })).default([]),
  records: z.array(z.object({ state })).default([]),
})

function judgeSeen(who: Member, answered: unknown) {
  const { changes, records } = seen.parse(answered)
  const sight = sightOf(who)
  const strange = [...changes, ...records].find(
    (row) => row.state !== null && !isSeen(sight, row.state),
  )
  if (strange) throw new Error(`shown somebody whom they do not see: ${JSON.stringify(strange)}`)
}
