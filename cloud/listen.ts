import type { FastifyInstance } from 'fastify'
import { type Result, fail, ok } from '../contracts/result.ts'

/** Starts listening; the value is the address with the port that it got. */
export async function listen(
  http: FastifyInstance,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Result<string, 'port-in-use' | 'address-unusable'>> {
  try {
    return ok(await http.listen({ port, host }))
  } catch (error) {
    await http.close()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') return fail('port-in-use')
    if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND') {
      return fail('address-unusable')
    }
    throw error
  }
}
