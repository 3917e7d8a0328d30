import { cloudApi, problem, problemsAnywhere, statusOf } from '../../../contracts/cloud-api.ts'
import { endpoints } from './calls.ts'

export type Answer = {
  readonly status: number
  readonly type: string
  readonly retryAfter: string | null
  readonly text: string
}

const neverHere: readonly string[] = ['internal', 'unavailable']

/** What came: `answered` and of each item its outcome, or a problem's code. Throws what the contract does not know. */
export function verdict(
  name: string,
  asked: { readonly method: string },
  answer: Answer,
): string[] {
  const endpoint = endpoints.get(name)
  if (endpoint === undefined) throw new Error(`there is no endpoint ${name}`)
  const body: unknown = JSON.parse(answer.text)
  if (answer.status === 200) {
    if (asked.method !== endpoint.method)
      throw new Error('answered to a method that is no endpoint')
    endpoint.response.parse(body)
    return endpoint === cloudApi.batch ? ['answered', ...itemsIn(body)] : ['answered']
  }
  const said = problem.parse(body)
  if (!answer.type.startsWith('application/problem+json')) throw new Error(`came as ${answer.type}`)
  if (said.status !== answer.status || statusOf(said) !== answer.status) {
    throw new Error(`${said.code} of status ${said.status} came with ${answer.status}`)
  }
  const declared: readonly string[] = [...endpoint.problems, ...problemsAnywhere]
  if (!declared.includes(said.code)) throw new Error(`${name} does not declare ${said.code}`)
  if (neverHere.includes(said.code)) throw new Error(`the cloud failed: ${answer.text}`)
  if (said.code === 'rate-limited' && !(Number(answer.retryAfter) > 0)) {
    throw new Error('rate-limited without Retry-After')
  }
  return [said.code]
}

/** `in-progress` is another call of this moment on the same record; a mistake of the cloud is one. */
function itemsIn(body: unknown): string[] {
  return cloudApi.batch.response.parse(body).results.map((result) => {
    if (result.outcome === 'retry' && result.code === 'server-error') {
      throw new Error(`the cloud failed with an item: ${JSON.stringify(body)}`)
    }
    if (result.outcome === 'applied') return 'item applied'
    return `item ${result.outcome === 'retry' ? result.code : result.problem.code}`
  })
}
