import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * A card for vsmartcard's virtual PC/SC reader. Whoever connects to the reader's port is the card.
 * Every message has its length (2 bytes, big-endian) in front; messages of one byte are orders to
 * the card, longer ones are APDUs and are answered with a response APDU.
 */
const FIRST_PORT = 35963
const POWER_ON = 1
const SEND_ATR = 4

/** An NTAG or Ultralight, as PC/SC part 3 has contactless readers describe it. */
export const NTAG_ATR = '3B8F8001804F0CA0000003060300030000000068'

/** An ATR has at most 33 bytes; on more the driver reports that powering up failed. */
const TOO_LONG_FOR_AN_ATR = '00'.repeat(40)

const SUCCESS = '9000'
const INSTRUCTION_NOT_SUPPORTED = '6D00'

/** Answers GET DATA with the UID, everything else as a card does that knows no other command. */
export const answerUid = (uid) => (apdu) =>
  apdu.startsWith('FFCA0000') ? uid + SUCCESS : INSTRUCTION_NOT_SUPPORTED

/**
 * An NTAG215: 135 pages of four bytes, of which READ BINARY gives four at once, going round at the end.
 * `data` is what its data area begins with, in hexadecimal.
 */
export const answerNtag = (uid, data) => {
  const memory = Buffer.alloc(ntagPages * 4)
  memory.write('E1103E00' + data, 12, 'hex')
  const around = Buffer.concat([memory, memory])
  return (apdu) => {
    const [page, length] = Buffer.from(apdu.slice(6), 'hex')
    if (!apdu.startsWith('FFB000')) return answerUid(uid)(apdu)
    if (page >= ntagPages || length !== 16) return '6A82'
    return around.subarray(page * 4, page * 4 + 16).toString('hex') + SUCCESS
  }
}
const ntagPages = 135

/** A message of one text record in UTF-8, English, as phones write it to a tag; in hexadecimal. */
export const textOnTag = (text) => {
  const payload = Buffer.concat([Buffer.of(2), Buffer.from('en'), Buffer.from(text)])
  const record = Buffer.concat([Buffer.of(0xd1, 1, payload.length, 0x54), payload])
  return Buffer.concat([Buffer.of(3, record.length), record, Buffer.of(0xfe)]).toString('hex')
}

/** Says nothing to an APDU, ever. */
export const hang = () => null

/** Leaves the reader in the middle of the first APDU. */
export const leave = (_apdu, card) => {
  card.remove()
  return null
}

/** Gives one answer after another, and the last one from then on. */
export const inTurn = (...answers) => {
  const left = [...answers]
  return () => (left.length > 1 ? left.shift() : left[0])
}

/**
 * Lays a card on a virtual reader. Resolves when the reader's port took it; the driver notices at
 * its next look. While `mute()` is true, powering it up fails: a card is there, but says nothing.
 */
export async function presentCard(options) {
  const { uid = '', atr = NTAG_ATR, slot = 0, answer = answerUid(uid) } = options
  const { mute = () => false, onPowerOn = () => {} } = options
  const socket = connect({ host: '127.0.0.1', port: FIRST_PORT + slot, noDelay: true })
  await once(socket, 'connect')
  // Not by `once`, which fails with the socket: a daemon that is killed resets it.
  const left = new Promise((resolve) => socket.once('close', () => resolve()))

  const asked = withResolvers()
  const answered = withResolvers()
  const card = {
    asked: asked.promise,
    answered: answered.promise,
    left,
    remove: () => {
      socket.destroy()
      return left
    },
  }

  const reply = (hex, done) => socket.write(frame(Buffer.from(hex, 'hex')), done)
  let waking = false
  const onMessage = (message) => {
    if (message.length > 1) {
      asked.resolve()
      const response = answer(message.toString('hex').toUpperCase(), card)
      if (response !== null) reply(response, () => answered.resolve())
    } else if (message[0] === POWER_ON) {
      waking = true
      onPowerOn()
    } else if (message[0] === SEND_ATR) {
      reply(waking && mute() ? TOO_LONG_FOR_AN_ATR : atr)
      waking = false
    }
  }
  socket.on('error', () => {})
  readFrames(socket, onMessage)
  return card
}

function readFrames(socket, onMessage) {
  let buffer = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk])
    while (buffer.length >= 2 && buffer.length >= 2 + buffer.readUInt16BE(0)) {
      const end = 2 + buffer.readUInt16BE(0)
      const message = buffer.subarray(2, end)
      buffer = buffer.subarray(end)
      if (message.length > 0) onMessage(message)
    }
  })
}

function frame(bytes) {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}

/** Node 20 has no Promise.withResolvers. */
function withResolvers() {
  let resolve
  const promise = new Promise((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
