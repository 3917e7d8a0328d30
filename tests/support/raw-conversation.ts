import { type Socket, createConnection } from 'node:net'
import { text } from 'node:stream/consumers'

/** A connection that speaks bytes instead of HTTP, as an attacker's does. */
export function rawSocket(url: string): Socket {
  const { hostname, port } = new URL(url)
  return createConnection({ host: hostname, port: Number(port) })
}

/** Everything that comes back for these bytes until either side closes; `statuses` in their order. */
export async function rawConversation(url: string, bytes: string) {
  const socket = rawSocket(url)
  // A cloud that slams the door is an answer as well.
  socket.on('error', () => socket.destroy())
  socket.write(Buffer.from(bytes, 'latin1'))
  const all = await text(socket).catch(() => '')
  return {
    all,
    statuses: [...all.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status)),
  }
}

/** Lines of a request, ended as HTTP ends them. */
export const head = (...lines: readonly string[]) => `${lines.join('\r\n')}\r\n\r\n`
