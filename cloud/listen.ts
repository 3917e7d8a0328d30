import type { FastifyInstance } from 'fastify'
import { type Result, fail, ok } from '../contracts/result.ts'
import { read, write } from './store/meta.ts'
import type { CloudDatabase } from './store/open-database.ts'

/** `port`: `'as-before'` is the one of the last start, so that links in mails stay good; another if it is taken. */
export type Where = { readonly port: number | 'as-before'; readonly host: string }

/** Of a door for other programs; port 0 is any free one. */
export type Address = { readonly host: string; readonly port: number }

/** Starts listening; the value is the address with the port that it got. */
export async function listen(
  http: FastifyInstance,
  { port, host }: Where,
  db: CloudDatabase,
): Promise<Result<string, 'port-in-use' | 'address-unusable'>> {
  if (port !== 'as-before') return listenOn(http, port, host)
  const last = Number((await read(db, 'port')) ?? 0)
  let listening = await listenOn(http, last, host)
  if (!listening.ok && last !== 0) listening = await listenOn(http, 0, host)
  if (listening.ok) await write(db, 'port', new URL(listening.value).port)
  return listening
}

const listenOn = (http: FastifyInstance, port: number, host: string) =>
  bind(() => http.listen({ port, host }))

/** `open` resolves to the address; what an operator can mend is a value. */
export async function bind(open: () => Promise<string>) {
  try {
    return ok(await open())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') return fail('port-in-use')
    if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND') {
      return fail('address-unusable')
    }
    throw error
  }
}
