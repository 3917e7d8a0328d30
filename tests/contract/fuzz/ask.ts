import { Agent, request } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { text } from 'node:stream/consumers'
import type { Call } from './calls.ts'
import type { Answer } from './verdict.ts'

/** Loopback addresses to call from in turn: a cloud that counts calls per address is to count few of each. */
const addresses = 250

/** Calls as no client library would: any header, any bytes. `own`: the cloud is on this computer. */
export function createAsker(url: string, own: boolean) {
  const { protocol } = new URL(url)
  const agents =
    protocol === 'https:'
      ? [new SecureAgent({ keepAlive: true, maxSockets: 8 })]
      : Array.from({ length: own ? addresses : 1 }, () => new Agent({ keepAlive: true }))
  let asked = 0

  return {
    ask({ method, path, headers, body }: Omit<Call, 'caller' | 'name'>): Promise<Answer> {
      const nth = (asked += 1) % agents.length
      const from = own ? { localAddress: `127.0.0.${1 + nth}` } : {}
      const send = protocol === 'https:' ? secureRequest : request
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const options = { method, headers: { ...headers, ...length }, agent: agents[nth], ...from }
      return new Promise((resolve, reject) => {
        const sent = send(`${url}${path}`, options, (response) => {
          const { statusCode = 0, headers: got } = response
          const type = got['content-type'] ?? ''
          const retryAfter = got['retry-after'] ?? null
          text(response).then(
            (all) => resolve({ status: statusCode, type, retryAfter, text: all }),
            reject,
          )
        })
        sent.once('error', reject)
        sent.end(body ?? undefined)
      })
    },
    stop() {
      for (const agent of agents) agent.destroy()
    },
  }
}
