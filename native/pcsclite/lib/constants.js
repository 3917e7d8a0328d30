'use strict'

const smartcard = require('smartcard')

/** The names and values that PC/SC gives; nfc-pcsc reads them from each reader. */
const names = Object.keys(smartcard).filter((name) => name.startsWith('SCARD_'))
const constants = Object.fromEntries(
  names
    .filter((name) => typeof smartcard[name] === 'number')
    .map((name) => [name, smartcard[name]]),
)

/** SCARD_CTL_CODE(3500) and (1), as each platform's headers compute them. */
const controlCode = (code) =>
  process.platform === 'win32' ? (0x31 << 16) | (code << 2) : 0x42000000 + code

module.exports = {
  ...constants,
  SCARD_CTL_CODE: controlCode,
  IOCTL_CCID_ESCAPE: controlCode(process.platform === 'win32' ? 3500 : 1),
}
