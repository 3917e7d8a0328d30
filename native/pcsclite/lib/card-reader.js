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
  constructor(name) {
    super()
    this.name = name
    /** The state emitted last; during `status` the one before, so that listeners can compare. */
    this.state = 0
    this.atr = undefined
    this._eventCount = 0
    this._visit = 0
    this._card = null
    this._ended = false
    this._slot = createSlot(name)
    this._queue = createNativeQueue()
    this._queue.run(() => this._slot.reader()).catch(() => {})
  }

  get connected() {
    return this._card !== null
  }

  get_status(callback) {
    callback(null, this.state, this.atr)
  }

  connect(options, callback) {
    if (typeof options === 'function') return this.connect({}, options)
    const share = options.share_mode ?? constants.SCARD_SHARE_EXCLUSIVE
    const protocol = options.protocol ?? constants.SCARD_PROTOCOL_T0 | constants.SCARD_PROTOCOL_T1
    const visit = this._visit
    const attempt = {
      open: () => this._slot.reader().connect(share, protocol),
      worthwhile: () => !this._ended && this._visit === visit,
      waiting: (error) => this.emit('waiting', error),
    }
    const connected = this._queue.run(async (hold) => {
      this._letGo(constants.SCARD_LEAVE_CARD)
      this._card = await openCard(attempt, hold)
      // A card that was mute at first was announced without its ATR.
      this.atr ??= this._card.atr ?? undefined
      return this._card.protocol
    })
    connected.then(
      (active) => callback(null, active),
      (error) => {
        callback(error)
        if (attempt.worthwhile()) this.emit('error', error)
      },
    )
  }

  disconnect(disposition, callback) {
    if (typeof disposition === 'function') {
      return this.disconnect(constants.SCARD_UNPOWER_CARD, disposition)
    }
    answer(
      this._queue.run(() => this._letGo(disposition)),
      callback,
    )
  }

  transmit(data, responseLength, _protocol, callback) {
    const options = { maxRecvLength: Math.max(responseLength, SHORT_ANSWER) }
    this._ask((card) => card.transmit(data, options), callback)
  }

  control(data, controlCode, _responseLength, callback) {
    this._ask((card) => card.control(controlCode, data), callback)
  }

  /** Ends the reader; native parts are let go of once no call on them is under way. */
  close() {
    if (this._ended) return
    if (this.state & SCARD_STATE_PRESENT) this._show(SCARD_STATE_EMPTY, undefined)
    this._ended = true
    const closed = this._queue.run(() => {
      this._letGo(constants.SCARD_LEAVE_CARD)
      this._slot.close()
    })
    answer(closed, () => {})
    this.emit('end')
    this.removeAllListeners('status')
  }

  /** What PC/SC is to compare with: the state and the count of events in the high word. */
  get _known() {
    return { name: this.name, state: ((this._eventCount << 16) | this.state) >>> 0 }
  }

  /**
   * Takes over what PC/SC says now. Its high word counts insertions and removals: when a card
   * lay there before and one lies there now but the count moved, it is another presentation.
   */
  _see(eventState, atr) {
    const state = eventState & 0xffff & ~SCARD_STATE_CHANGED
    const count = eventState >>> 16
    const stayed = this.state & state & SCARD_STATE_PRESENT
    if (stayed && count !== this._eventCount) this._show(SCARD_STATE_EMPTY, undefined)
    this._eventCount = count
    if (state !== this.state) this._show(state, atr ?? undefined)
  }

  _show(state, atr) {
    if ((this.state ^ state) & SCARD_STATE_PRESENT) this._visit += 1
    this.emit('status', atr ? { state, atr } : { state })
    this.state = state
    this.atr = atr
  }

  _ask(ask, callback) {
    const asked = this._queue.run((hold) => {
      if (!this._card) throw pcscError('SCARD_W_REMOVED_CARD', 'Card Reader not connected')
      return askCard(this._card, ask, hold)
    })
    answer(asked, callback)
  }

  _letGo(disposition) {
    const card = this._card
    this._card = null
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
