'use strict'

const { pcscError } = require('./errors')

/**
 * PC/SC cannot call a native operation off: after `ms` the caller is told, while the operation
 * itself goes on until the card answers or leaves.
 */
function withDeadline(operation, ms, what) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(pcscError('SCARD_E_TIMEOUT', `${what} took longer than ${ms} ms`))
    }, ms)
  })
  return Promise.race([operation, late]).finally(() => clearTimeout(timer))
}

module.exports = { withDeadline }
