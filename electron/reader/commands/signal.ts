import type { ReaderSignal } from '../../../core/reader-signal.ts'

/**
 * One command for the lamp or the buzzer of a reader. `apdu` goes where APDUs of the card go, `escape`
 * to the reader itself (PC_to_RDR_Escape of USB CCID).
 */
export type SignalStep = {
  readonly way: 'apdu' | 'escape'
  readonly bytes: Uint8Array
  /** Whether the reader carried it out. */
  readonly accepted: (response: Uint8Array) => boolean
}

/** Only readers whose commands are published are told anything but what the ACR122U understands. */
export function signalSteps(reader: string, signal: ReaderSignal): readonly SignalStep[] {
  return /ACR12(5\d|81)/i.test(reader) ? [buzzer(signal)] : [ledAndBuzzer(signal)]
}

/** LED state byte of the ACR122U (API manual 2.04, section 6.2): masks above, states below. */
const finalGreen = 0b0000_1110
const blink = { red: 0b0101_0000, green: 0b1010_0000 } as const

/** First byte: LED states; then lit and dark time in 100 ms, repetitions, buzzer while lit. */
const acr122: Readonly<Record<ReaderSignal, readonly [number, number, number, number, number]>> = {
  done: [finalGreen | blink.green, 1, 1, 1, 1],
  warning: [finalGreen | blink.green | blink.red, 1, 1, 2, 1],
  refused: [finalGreen | blink.red, 4, 1, 1, 1],
}

/** Pseudo-APDU FF 00 40; answered with 90 and the LED state. It takes as long as the signal lasts. */
function ledAndBuzzer(signal: ReaderSignal): SignalStep {
  const [state, ...blinking] = acr122[signal]
  return {
    way: 'apdu',
    bytes: Uint8Array.of(0xff, 0x00, 0x40, state, blinking.length, ...blinking),
    accepted: (response) => response.length === 2 && response[0] === 0x90,
  }
}

/** How long the buzzer sounds, in 10 ms. */
const buzz: Readonly<Record<ReaderSignal, number>> = { done: 5, warning: 15, refused: 40 }

/** Escape E0 00 00 28 of the ACR1252U and its kin; answered with E1 00 00 00 and the length. */
function buzzer(signal: ReaderSignal): SignalStep {
  return {
    way: 'escape',
    bytes: Uint8Array.of(0xe0, 0x00, 0x00, 0x28, 0x01, buzz[signal]),
    accepted: ([first]) => first === 0xe1,
  }
}
