import { v7 } from 'uuid'
import { vi } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'
import type { PersonFields } from '../../core/person.ts'
import type { Change, RecordState } from '../../core/record.ts'
import type { Right } from '../../core/rights.ts'
import { type Desk, appliedChange, bearer, createOf, request } from './cloud-desk.ts'
import { pull } from './pull.ts'

export function grantOf(
  recordId: string,
  more: { readonly addGroups?: readonly string[]; readonly addRights?: readonly Right[] },
) {
  return { opId: v7(), method: 'grant', recordId, addGroups: [], addRights: [], ...more }
}

export function resendOf(recordId: string, email: string | null = null) {
  return { opId: v7(), method: 'resend', recordId, email }
}

export function rightTo(target: Right['target'], more: Partial<Right> = {}): Right {
  return { id: v7(), target, from: null, until: null, scheduleId: null, ...more }
}

let invited = 0

/** Invites somebody with an address of their own; the change of the answer. */
export async function invite(desk: Desk, fields: Partial<PersonFields> = {}): Promise<Change> {
  const email = `person-${++invited}-${v7().slice(-6)}@site.example`
  const [result] = await desk.send(createOf({ email, firstName: 'Pat', ...fields }))
  return appliedChange(result)
}

/** The record's latest version in the feed; null once it is deleted. */
export async function latest(desk: Desk, id: string): Promise<Change | undefined> {
  const { changes } = await pull(desk)
  return changes.find((each) => each.id === id)
}

/** Waits until the feed shows the record like this. */
export async function shownAs(
  desk: Desk,
  id: string,
  matches: (state: RecordState) => boolean,
): Promise<Change & { readonly state: RecordState }> {
  return vi.waitFor(
    async () => {
      const change = await latest(desk, id)
      if (!change?.state || !matches(change.state)) {
        throw new Error(`not yet: ${JSON.stringify(change)}`)
      }
      return { ...change, state: change.state }
    },
    { timeout: 15_000, interval: 20 },
  )
}

/** A further link of the invitation, as "Copy link" gets it. */
export async function copyLink(url: string, desk: Desk, recordId: string) {
  const path = `${desk.account}/invitations/${recordId}/link`
  const init = { method: 'POST', headers: bearer(desk.token) }
  const { status, text } = await request(url, path, init)
  if (status !== 200) throw new Error(`${status}: ${text}`)
  return cloudApi.link.response.parse(JSON.parse(text))
}

export async function directoryOf(url: string, desk: Desk) {
  const { text } = await request(url, `${desk.account}/directory`, { headers: bearer(desk.token) })
  return cloudApi.directory.response.parse(JSON.parse(text))
}

const filledIn = { firstName: 'Pat', lastName: 'Registered', password: 'a long password' }

/** Fills in and sends the form of a registration page. */
export async function register(link: string, form: Readonly<Record<string, string>> = {}) {
  const all: Record<string, string> = { ...filledIn, ...form }
  const body = new URLSearchParams({ repeated: all['password'] ?? '', ...all })
  return page(link, { method: 'POST', body })
}

/** A page as a browser gets it. */
export async function page(link: string, init: RequestInit = {}) {
  const response = await fetch(link, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
