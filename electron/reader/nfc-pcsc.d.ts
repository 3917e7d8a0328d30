declare module 'nfc-pcsc' {
  import type { EventEmitter } from 'node:events'

  /** The parts of nfc-pcsc 0.8.1 in use; it ships no types. */
  export class NFC extends EventEmitter {
    constructor()
    readonly pcsc: EventEmitter
    close(): void
  }

  export class Reader extends EventEmitter {
    readonly name: string
    autoProcessing: boolean
    /** Ours, from `native/pcsclite`. */
    readonly reader: EventEmitter & {
      readonly atr: Buffer | undefined
      reopen(done: (error: unknown) => void): void
    }
    control(data: Buffer, responseMaxLength: number): Promise<Buffer>
    transmit(apdu: Buffer, responseMaxLength: number): Promise<Buffer>
    close(): void
  }
}
