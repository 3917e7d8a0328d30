import type { CloudClient } from '../cloud-client/cloud-client.ts'
import type { Ask } from './ask.ts'
import type { SyncAnswer, SyncRequest } from './sync-engine.ts'

/** One request of the engine as one call of the client (and one more when the token had to be renewed). */
export async function carryOut(
  request: SyncRequest,
  deps: {
    readonly client: Pick<CloudClient, SyncRequest['kind']>
    readonly accountId: string
    readonly ask: Ask
    readonly signal: AbortSignal
  },
): Promise<SyncAnswer> {
  const { client, ask, signal } = deps
  const params = { accountId: deps.accountId }
  switch (request.kind) {
    case 'batch': {
      // The items were frozen as text: they travel byte for byte.
      const rawBody = `{"items":[${request.items.join(',')}]}`
      const { timeoutMs } = request
      const send = (token: string) => client.batch({ params, rawBody, token, timeoutMs, signal })
      return { kind: 'batch', result: await ask(send) }
    }
    case 'changes': {
      const query = request.cursor === null ? {} : { cursor: request.cursor }
      const send = (token: string) => client.changes({ params, query, token, signal })
      return { kind: 'changes', result: await ask(send) }
    }
    case 'snapshot': {
      const query = request.after === null ? {} : { after: request.after }
      const send = (token: string) => client.snapshot({ params, query, token, signal })
      return { kind: 'snapshot', result: await ask(send) }
    }
    case 'digest':
      return {
        kind: 'digest',
        result: await ask((token) => client.digest({ params, token, signal })),
      }
    case 'erasures': {
      const query = { after: request.after }
      const send = (token: string) => client.erasures({ params, query, token, signal })
      return { kind: 'erasures', result: await ask(send) }
    }
    case 'log': {
      const { query } = request
      const send = (token: string) => client.log({ params, query, token, signal })
      return { kind: 'log', result: await ask(send) }
    }
    case 'directory':
      return {
        kind: 'directory',
        result: await ask((token) => client.directory({ params, token, signal })),
      }
  }
}
