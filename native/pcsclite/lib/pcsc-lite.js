'use strict'

const { EventEmitter } = require('node:events')
const { setTimeout: pause } = require('node:timers/promises')
const { Context, SCARD_STATE_UNKNOWN, SCARD_STATE_CHANGED } = require('smartcard')
const { CardReader } = require('./card-reader')
const { withCode } = require('./errors')

/** The pseudo-reader whose state changes when readers come and go (Windows, pcsc-lite). */
const PNP = '\\\\?PnP?\\Notification'
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
  constructor() {
    super()
    this.readers = {}
    this._context = null
    this._closed = false
    this._service = null
    setImmediate(() => this._run())
  }

  close() {
    this._closed = true
    for (const reader of Object.values(this.readers)) this._drop(reader)
    quietly(() => this._context?.cancel())
  }

  async _run() {
    while (!this._closed) {
      try {
        this._context = new Context()
        await this._watch(this._context)
      } catch (error) {
        if (!this._closed) this._lose(withCode(error))
      }
      quietly(() => this._context?.close())
      this._context = null
      if (!this._closed) await pause(RETRY_MS)
    }
  }

  async _watch(context) {
    while (!this._closed) {
      // Without names it lists the readers and tells the state of each, off this thread.
      this._reconcile((await context.waitForChange(0)) ?? [])
      this._tell({ available: true, code: null })
      while (await this._wait(context));
    }
  }

  /** True when a known reader changed, false when it is time to list the readers again. */
  async _wait(context) {
    if (this._closed) return false
    const known = Object.values(this.readers).map((reader) => reader._known)
    const pnp = { name: PNP, state: known.length << 16 }
    const seen = await context.waitForChange([...known, pnp], CROSS_CHECK_MS).catch(unlessUnknown)
    if (!seen?.length) return false
    const changed = seen.filter(({ state }) => state & SCARD_STATE_CHANGED)
    for (const { name, state, atr } of changed) this.readers[name]?._see(state, atr)
    if (changed.every(isReader)) return true
    await pause(SETTLE_MS)
    return false
  }

  _reconcile(seen) {
    const present = seen.filter(isReader)
    const names = new Set(present.map(({ name }) => name))
    for (const reader of Object.values(this.readers)) {
      if (!names.has(reader.name)) this._drop(reader)
    }
    for (const { name, state, atr } of present) {
      const reader = this.readers[name] ?? this._add(name)
      reader._see(state, atr)
    }
  }

  _add(name) {
    const reader = new CardReader(name)
    this.readers[name] = reader
    this.emit('reader', reader)
    return reader
  }

  _drop(reader) {
    delete this.readers[reader.name]
    reader.close()
  }

  _lose(error) {
    for (const reader of Object.values(this.readers)) this._drop(reader)
    if (this._tell({ available: false, code: error.code })) this.emit('error', error)
  }

  /** One event per change, however often the service is tried. */
  _tell(service) {
    if (this._service?.code === service.code) return false
    this._service = service
    this.emit('service', service)
    return true
  }
}

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
