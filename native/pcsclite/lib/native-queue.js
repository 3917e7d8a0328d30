'use strict'

/**
 * One native call at a time. The next job starts when the native call of the one before has
 * settled, which can be later than its caller was told: a context is locked while a card is
 * asked, and every synchronous call on it would stop the event loop.
 */
function createNativeQueue() {
  let last = Promise.resolve()

  return {
    /**
     * Runs `job(hold)`. A job passes each native promise through `hold`, so that the queue stays
     * closed until it has settled, whatever deadline the job itself keeps.
     */
    run(job) {
      const held = new Set()
      const hold = (promise) => {
        const settled = promise.then(noop, noop).then(() => held.delete(settled))
        held.add(settled)
        return promise
      }
      const result = last.then(() => job(hold))
      last = result.then(noop, noop).then(() => Promise.all(held))
      return result
    },
  }
}

const noop = () => {}

module.exports = { createNativeQueue }
