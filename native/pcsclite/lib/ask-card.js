'use strict'

const { withDeadline } = require('./deadline')
const { withCode } = require('./errors')

/** A reader answers within a few ms; a person has taken the card away again after this. */
const ANSWER_MS = 3000

/** Asks a connected card. One that another program has reset meanwhile is asked once more. */
async function askCard(card, ask, hold) {
  try {
    return await askOnce(card, ask, hold)
  } catch (error) {
    if (error.code !== 'SCARD_W_RESET_CARD') throw error
    await askOnce(card, () => card.reconnect(), hold)
    return askOnce(card, ask, hold)
  }
}

async function askOnce(card, ask, hold) {
  try {
    return await withDeadline(hold(ask(card)), ANSWER_MS, 'The answer')
  } catch (error) {
    throw withCode(error)
  }
}

module.exports = { askCard }
