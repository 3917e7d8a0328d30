import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificate } from './certificates.ts'

/** A server on loopback that speaks TLS with this certificate and knows nothing. */
export async function startTlsServer(certificate: Certificate) {
  const server = createServer(certificate, (_request, response) => {
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Nothing here</h1>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server has this kind of address
  const { port } = server.address() as AddressInfo
  return {
    url: `https://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
