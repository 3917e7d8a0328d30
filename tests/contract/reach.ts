import { randomUUID } from 'node:crypto'
import { cloudApi, problem } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { jsonBody, request } from '../support/cloud-desk.ts'

type Who = { readonly url: string; readonly email: string; readonly password: string }

/** Whether there is a cloud that lets this person in; otherwise `detail.sentence` says what to correct. */
export async function reach({ url, email, password }: Who): Promise<Result<void, 'unreachable'>> {
  const health = await ask(url, '/v1/health')
  if (!health.ok) return health
  if (!cloudApi.health.response.safeParse(health.value.json).success) {
    return bad(
      `What answers at ${url} is no Tapdesk cloud: /v1/health is not what the contract says`,
    )
  }
  const desk = { id: randomUUID(), name: 'Contract' }
  const signIn = await ask(url, '/v1/sign-in', jsonBody({ email, password, desk }))
  if (!signIn.ok) return signIn
  const { status, json } = signIn.value
  if (status !== 200) {
    const { data } = problem.safeParse(json)
    if (data?.code === 'sign-in.wrong') {
      return bad(`${url} does not let ${email} in: the email or the password is wrong`)
    }
    return bad(`${url} does not let ${email} in: ${data?.code ?? `status ${status}`}`)
  }
  const { data } = cloudApi.signIn.response.safeParse(json)
  if (data === undefined) return bad(`The sign-in at ${url} is not what the contract says`)
  const admin = data.accounts[0]?.role === 'account-admin'
  return admin ? ok() : bad(`${email} is no Account Admin of the first account they see`)
}

async function ask(url: string, path: string, init: RequestInit = {}) {
  try {
    const { status, text } = await request(url, path, init)
    const json: unknown = JSON.parse(text)
    return ok({ status, json })
  } catch (error) {
    if (error instanceof SyntaxError) return bad(`What answers at ${url}${path} is not JSON`)
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    const why = cause instanceof Error ? cause.message : String(cause)
    return bad(`Nothing answers at ${url} (${why}): correct --url, or start the cloud`)
  }
}

const bad = (sentence: string) => fail('unreachable', { detail: { sentence: `${sentence}.` } })
