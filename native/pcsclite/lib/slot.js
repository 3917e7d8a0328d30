'use strict'

const { Context } = require('smartcard')
const { pcscError, withCode } = require('./errors')

/**
 * The native reader in a context of its own, so that a card being asked on one reader locks
 * neither the monitor nor another reader. Looked up once: listing asks every reader for its state,
 * and a mute card makes that sleep.
 */
function createSlot(name) {
  let context = null
  let native = null

  function open() {
    try {
      context ??= new Context()
      native = context.listReaders().find((reader) => reader.name === name) ?? null
    } catch (error) {
      throw withCode(error)
    }
    if (!native) throw pcscError('SCARD_E_READER_UNAVAILABLE', `Reader ${name} is gone`)
    return native
  }

  return {
    reader: () => native ?? open(),
    close() {
      native = null
      try {
        context?.close()
      } catch {
        // The service that owned the context is gone, and the context with it.
      }
      context = null
    },
  }
}

module.exports = { createSlot }
