'use strict'

const { EventEmitter } = require('node:events')
const constants = require('./constants')
const { createNativeQueue } = require('./native-queue')
const { createSlot } = require('./slot')
const { askCard } = require('./ask-card')
const { openCard } = require('./open-card')
const { pcscError, withCode } = require('./errors')

const { SCARD_STATE_PRESENT, SCARD_STATE_EMPTY, SCARD_STATE_CHANGED } = constants

/** 256 bytes of data and the two status bytes. */
const SHORT_ANSWER = 258

/**
 * One reader. Events: `status` ({ state, atr }) on every change, `error`, `end`, and beyond the
 * interface of the original `waiting` (error) when a card cannot be opened yet: the reader goes on
 * trying while it lies there.
 */
class CardReader extends EventEmitter {
  /** The state emitted last; during `status` the one before, so that listeners can compare. */
  state = 0
  atr = undefined
  #eventCount = 0
  /** Counts presentations, so that nothing meant for one card reaches the next. */
  #visit = 0
  #card = null
  #ended = false
  #slot
  #queue = createNativeQueue()

  constructor(name) {
    super()
    this.name = name
    this.#slot = createSlot(name)
    this.#queue.run(() => this.#slot.reader()).catch(() => {})
  }

  get connected() {
    return this.#card !== null
  }

  get_status(callback) {
    callback(null, this.state, this.atr)
  }

  connect(options, callback) {
    if (typeof options === 'function') {
      this.connect({}, options)
      return
    }
    const share = options.share_mode ?? constants.SCARD_SHARE_EXCLUSIVE
    const protocol = options.protocol ?? constants.SCARD_PROTOCOL_T0 | constants.SCARD_PROTOCOL_T1
    const attempt = this.#attempt(share, protocol)
    const connected = this.#queue.run((hold) => this.#open(attempt, hold))
    connected.then(
      (active) => callback(null, active),
      (error) => {
        callback(error)
        if (attempt.worthwhile()) this.emit('error', error)
      },
    )
  }

  /**
   * Beyond the interface of the original: powers the card down and opens what lies there now. A driver
   * that looked before one card was torn away and after another was laid knows of neither.
   */
  reopen(callback) {
    const attempt = this.#attempt(
      constants.SCARD_SHARE_SHARED,
      constants.SCARD_PROTOCOL_T0 | constants.SCARD_PROTOCOL_T1,
    )
    const opened = this.#queue.run(async (hold) => {
      this.#letGo(constants.SCARD_UNPOWER_CARD)
      this.atr = undefined
      await this.#open(attempt, hold)
    })
    answer(opened, callback)
  }

  disconnect(disposition, callback) {
    if (typeof disposition === 'function') {
      this.disconnect(constants.SCARD_UNPOWER_CARD, disposition)
      return
    }
    answer(
      this.#queue.run(() => this.#letGo(disposition)),
      callback,
    )
  }

  transmit(data, responseLength, _protocol, callback) {
    const options = { maxRecvLength: Math.max(responseLength, SHORT_ANSWER) }
    this.#ask((card) => card.transmit(data, options), callback)
  }

  control(data, controlCode, _responseLength, callback) {
    this.#ask((card) => card.control(controlCode, data), callback)
  }

  /** Ends the reader; native parts are let go of once no call on them is under way. */
  close() {
    if (this.#ended) return
    if (this.state & SCARD_STATE_PRESENT) this.#show(SCARD_STATE_EMPTY, undefined)
    this.#ended = true
    const closed = this.#queue.run(() => {
      this.#letGo(constants.SCARD_LEAVE_CARD)
      this.#slot.close()
    })
    answer(closed, () => {})
    this.emit('end')
    this.removeAllListeners('status')
  }

  /** What PC/SC is to compare with: the state and the count of events in the high word. */
  get known() {
    return { name: this.name, state: ((this.#eventCount << 16) | this.state) >>> 0 }
  }

  /**
   * Takes over what PC/SC says now. Its high word counts insertions and removals: when a card
   * lay there before and one lies there now but the count moved, it is another presentation.
   */
  see(eventState, atr) {
    const state = eventState & 0xffff & ~SCARD_STATE_CHANGED
    const count = eventState >>> 16
    const stayed = this.state & state & SCARD_STATE_PRESENT
    if (stayed && count !== this.#eventCount) this.#show(SCARD_STATE_EMPTY, undefined)
    this.#eventCount = count
    if (state !== this.state) this.#show(state, atr ?? undefined)
  }

  #show(state, atr) {
    if ((this.state ^ state) & SCARD_STATE_PRESENT) this.#visit += 1
    this.emit('status', atr ? { state, atr } : { state })
    this.state = state
    this.atr = atr
  }

  /** Opening the card of this visit, and of no other. */
  #attempt(share, protocol) {
    const visit = this.#visit
    return {
      open: () => this.#slot.reader().connect(share, protocol),
      worthwhile: () => !this.#ended && this.#visit === visit,
      waiting: (error) => this.emit('waiting', error),
    }
  }

  async #open(attempt, hold) {
    this.#letGo(constants.SCARD_LEAVE_CARD)
    this.#card = await openCard(attempt, hold)
    // A card that was mute at first was announced without its ATR.
    this.atr ??= this.#card.atr ?? undefined
    return this.#card.protocol
  }

  #ask(ask, callback) {
    const asked = this.#queue.run((hold) => {
      if (!this.#card) throw pcscError('SCARD_W_REMOVED_CARD', 'Card Reader not connected')
      return askCard(this.#card, ask, hold)
    })
    answer(asked, callback)
  }

  #letGo(disposition) {
    const card = this.#card
    this.#card = null
    try {
      card?.disconnect(disposition)
    } catch {
      // The card or its service is gone, which is all that letting go is for.
    }
  }
}

Object.assign(CardReader.prototype, constants)

const answer = (promise, callback) =>
  promise.then(
    (value) => callback(null, value),
    (error) => callback(withCode(error)),
  )

module.exports = { CardReader }
