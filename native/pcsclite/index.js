'use strict'

const { PCSCLite } = require('./lib/pcsc-lite')
const { CardReader } = require('./lib/card-reader')

/**
 * `pcsclite()` watches for readers at once and keeps watching through every loss of the service.
 * Listeners attached in the same turn miss nothing.
 */
module.exports = () => new PCSCLite()
module.exports.PCSCLite = PCSCLite
module.exports.CardReader = CardReader
