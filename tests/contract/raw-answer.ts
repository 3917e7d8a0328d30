import { type Socket, createConnection } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect } from 'node:tls'
import { problem } from '../../contracts/cloud-api.ts'

/** What comes back for these bytes, whatever they are, until the cloud closes. */
export async function rawAnswer(url: string, bytes: string) {
  const socket = open(new URL(url))
  socket.write(bytes)
  const [head = '', ...body] = (await text(socket)).split('\r\n\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1])
  // A chunked body has its length before it.
  const json = /\{[^]*\}/.exec(body.join(''))?.[0] ?? ''
  return { status, head, problem: problem.parse(JSON.parse(json)) }
}

function open({ protocol, hostname, port }: URL): Socket {
  if (protocol === 'https:') {
    return connect({ host: hostname, port: Number(port || 443), servername: hostname })
  }
  return createConnection({ host: hostname, port: Number(port || 80) })
}
