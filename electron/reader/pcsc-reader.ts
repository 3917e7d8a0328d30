import { NFC, type Reader } from 'nfc-pcsc'
import { z } from 'zod'
import type { ReaderStatus } from '../../core/reader.ts'
import { noServiceReasonOf } from './pcsc-errors.ts'
import { createPcscSlot } from './pcsc-slot.ts'
import type { After, ReaderPort } from './reader.ts'

/** What the binding tells beyond the interface that nfc-pcsc knows. */
const serviceEvent = z.object({ available: z.boolean(), code: z.string().nullable() })

export type PcscReader = ReaderPort & {
  /** Whether cards that come from now on are asked for their text too. */
  readonly readText: (on: boolean) => void
}

/**
 * All PC/SC readers, by nfc-pcsc. `autoProcessing` is off: it knows no UID of cards that speak
 * ISO 14443-4 (DESFire, bank cards, phones), while GET DATA works for every card.
 */
export function createPcscReader({ after }: { after: After }): PcscReader {
  const devices = new Map<string, { device: Reader; slot: ReturnType<typeof createPcscSlot> }>()
  let service: z.infer<typeof serviceEvent> | null = null
  let nfc: NFC | null = null
  let readsText = false

  function status(): ReaderStatus {
    const readers = [...devices].map(([name, { slot }]) => {
      return { name, simulated: false, slot: slot.slot() }
    })
    if (!service) return { service: 'starting', reason: null, readers }
    if (!service.available) {
      return { service: 'no-service', reason: noServiceReasonOf(service.code), readers: [] }
    }
    return { service: readers.length > 0 ? 'ready' : 'no-reader', reason: null, readers }
  }

  return {
    readText: (on) => void (readsText = on),
    async start({ onStatus, onTap }) {
      let told = ''
      const onChange = () => {
        const now = JSON.stringify(status())
        if (now !== told) onStatus(status())
        told = now
      }
      nfc = new NFC()
      nfc.on('error', onChange)
      nfc.pcsc.on('service', (event: unknown) => {
        service = serviceEvent.parse(event)
        onChange()
      })
      nfc.on('reader', (device: Reader) => {
        device.autoProcessing = false
        const slot = createPcscSlot({ device, after, readsText: () => readsText, onChange, onTap })
        devices.set(device.name, { device, slot })
        device.on('end', () => {
          slot.stop()
          if (devices.get(device.name)?.device === device) devices.delete(device.name)
          onChange()
        })
        onChange()
      })
    },
    async stop() {
      for (const { device } of devices.values()) device.close()
      nfc?.close()
      nfc = null
    },
    async signal(name, signal) {
      const found = devices.get(name)
      return found ? found.slot.signal(signal) : 'no-reader'
    },
  }
}
