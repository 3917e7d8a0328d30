import type { z } from 'zod'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { type Desk, bearer, jsonBody, refusal, request } from './cloud-desk.ts'

/** Where people are signed in, as a desk asks for it. */
export function signInsAt(url: string) {
  async function answered<S extends z.ZodType>(path: string, schema: S, init: RequestInit) {
    const { status, text } = await request(url, path, init)
    if (status !== 200) throw new Error(`${status}: ${text}`)
    return schema.parse(JSON.parse(text))
  }
  const own = cloudApi.desks
  const members = cloudApi.memberDesks
  return {
    own: async ({ token }: Desk) =>
      (await answered(own.path, own.response, { headers: bearer(token) })).desks,
    members: async ({ token, account }: Desk) =>
      (await answered(`${account}/desks`, members.response, { headers: bearer(token) })).desks,
    revoke: async ({ token }: Desk, id: string | null) =>
      answered('/v1/desks/revoke', cloudApi.revokeDesks.response, jsonBody({ id }, token)),
    revokeMember: async ({ token, account }: Desk, body: { personId: string; id: string }) =>
      answered(
        `${account}/desks/revoke`,
        cloudApi.revokeMemberDesk.response,
        jsonBody(body, token),
      ),
    /** Why this desk is signed in no more, by its next question and by its refresh token. */
    async endOf({ token, signedIn: { tokens } }: Desk) {
      const asked = await refusal(url, own.path, { headers: bearer(token) })
      const refreshToken = tokens.refreshToken
      const { ended } = await refusal(url, '/v1/token', jsonBody({ refreshToken }))
      return [asked.code, ended]
    },
  }
}
