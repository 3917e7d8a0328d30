'use strict'

const { EventEmitter } = require('node:events')
const { setTimeout: pause } = require('node:timers/promises')
const { Context, SCARD_STATE_UNKNOWN, SCARD_STATE_CHANGED } = require('smartcard')
const { CardReader } = require('./card-reader')
const { withCode } = require('./errors')

/** The pseudo-reader whose state changes when readers come and go; macOS has none. */
const PNP = '\\\\?PnP?\\Notification'
const hasPnp = process.platform !== 'darwin'
/** A driver adds the slots of one device one after another. */
const SETTLE_MS = 20
/** macOS tells nothing of new readers, and elsewhere one may come between two waits. */
const CROSS_CHECK_MS = 1000
const RETRY_MS = 250

/**
 * The readers of this computer. Events: `reader` (CardReader), `error`, and beyond the interface of
 * the original `service` ({ available, code }) whenever the service comes or goes.
 */
class PCSCLite extends EventEmitter {
  readers = {}
  #context = null
  #closed = false
  #service = null
  #openContext

  constructor(openContext = () => new Context()) {
    super()
    this.#openContext = openContext
    setImmediate(() => void this.#run())
  }

  close() {
    this.#closed = true
    for (const reader of Object.values(this.readers)) this.#drop(reader)
    quietly(() => this.#context?.cancel())
  }

  async #run() {
    while (!this.#closed) {
      try {
        this.#context = this.#open()
        await this.#watch(this.#context)
      } catch (error) {
        if (!this.#closed) this.#lose(withCode(error))
      }
      quietly(() => this.#context?.close())
      this.#context = null
      if (!this.#closed) await pause(RETRY_MS)
    }
  }

  /**
   * Unlike a service that is away, one that will not have us takes the connection and drops it;
   * smartcard has no sentence for the answer of newer services either.
   */
  #open() {
    try {
      return this.#openContext()
    } catch (error) {
      const { code } = withCode(error)
      if (refusals.has(code)) error.code = 'SCARD_W_SECURITY_VIOLATION'
      throw error
    }
  }

  async #watch(context) {
    while (!this.#closed) {
      // Without names it lists the readers and tells the state of each, off this thread.
      this.#reconcile((await context.waitForChange(0).catch(unlessUnknown)) ?? [])
      this.#tell({ available: true, code: null })
      while (await this.#wait(context));
    }
  }

  /** True when a known reader changed, false when it is time to list the readers again. */
  async #wait(context) {
    if (this.#closed) return false
    const known = Object.values(this.readers).map((reader) => reader.known)
    const pnp = { name: PNP, state: known.length << 16 }
    const watched = hasPnp ? [...known, pnp] : known
    if (watched.length === 0) return pause(CROSS_CHECK_MS, false)
    const seen = await context.waitForChange(watched, CROSS_CHECK_MS).catch(unlessUnknown)
    if (seen === null) return pause(SETTLE_MS, false)
    if (seen.length === 0) return false
    const changed = seen.filter(({ state }) => state & SCARD_STATE_CHANGED)
    for (const { name, state, atr } of changed) this.readers[name]?.see(state, atr)
    if (changed.every(isReader)) return true
    return pause(SETTLE_MS, false)
  }

  #reconcile(seen) {
    const present = seen.filter(isReader)
    const names = new Set(present.map(({ name }) => name))
    for (const reader of Object.values(this.readers)) {
      if (!names.has(reader.name)) this.#drop(reader)
    }
    for (const { name, state, atr } of present) {
      const reader = this.readers[name] ?? this.#add(name)
      reader.see(state, atr)
    }
  }

  #add(name) {
    const reader = new CardReader(name)
    this.readers[name] = reader
    this.emit('reader', reader)
    return reader
  }

  #drop(reader) {
    delete this.readers[reader.name]
    reader.close()
  }

  #lose(error) {
    for (const reader of Object.values(this.readers)) this.#drop(reader)
    if (this.#tell({ available: false, code: error.code })) this.emit('error', error)
  }

  /** One event per change, however often the service is tried. */
  #tell(service) {
    if (this.#service?.code === service.code) return false
    this.#service = service
    this.emit('service', service)
    return true
  }
}

const refusals = new Set(['SCARD_F_COMM_ERROR', 'SCARD_F_UNKNOWN_ERROR'])

const isReader = ({ name, state }) => name !== PNP && !(state & SCARD_STATE_UNKNOWN)

/** A reader that left between listing and waiting: time to list again. */
function unlessUnknown(error) {
  if (withCode(error).code === 'SCARD_E_UNKNOWN_READER') return null
  throw error
}

function quietly(release) {
  try {
    release()
  } catch {
    // The service that owned the context is gone, and the context with it.
  }
}

module.exports = { PCSCLite }
