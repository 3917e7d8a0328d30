'use strict'

const { setTimeout: pause } = require('node:timers/promises')
const { withDeadline } = require('./deadline')
const { pcscError, withCode } = require('./errors')

/** pcscd takes about half a second to power a mute card up. */
const CONNECT_MS = 3000
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 500

/** Failures that a card lying there, or the other program that has it, can still get over. */
const passing = new Set([
  'SCARD_E_NO_SMARTCARD',
  'SCARD_E_NOT_READY',
  'SCARD_E_SHARING_VIOLATION',
  'SCARD_F_COMM_ERROR',
  'SCARD_W_REMOVED_CARD',
  'SCARD_W_RESET_CARD',
  'SCARD_W_UNPOWERED_CARD',
  'SCARD_W_UNRESPONSIVE_CARD',
])

/**
 * Connects to a card, again and again while it lies there. The first failure of a kind is told
 * at once through `waiting`. Rejects when the card left, when one try hangs, or when no further
 * try can help.
 */
async function openCard({ open, worthwhile, waiting }, hold) {
  let told = null
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    if (!worthwhile()) throw pcscError('SCARD_W_REMOVED_CARD', 'The card left')
    try {
      const card = await openOnce(open, hold)
      if (worthwhile()) return card
      card.disconnect()
    } catch (error) {
      if (!passing.has(withCode(error).code)) throw error
      if (error.code !== told && worthwhile()) waiting(error)
      told = error.code
      await pause(wait)
    }
  }
}

async function openOnce(open, hold) {
  let late = false
  const opening = open()
  hold(opening.then((card) => late && card.disconnect()))
  try {
    return await withDeadline(opening, CONNECT_MS, 'Connecting')
  } catch (error) {
    late = true
    throw error
  }
}

module.exports = { openCard }
