import type { SoundVolume } from '../../core/preferences.ts'
import type { ReaderSignal } from '../../core/reader-signal.ts'
import { type Note, loudness, melodies } from './melodies.ts'

/** Seconds: fast enough to follow the hand, soft enough not to click. */
const attack = 0.012

export type Player = { readonly play: (tone: ReaderSignal, volume: SoundVolume) => void }

/** Plays the answers to taps; it asks for the loudspeaker with the first one. */
export function createPlayer(): Player {
  let context: AudioContext | null = null
  return {
    play(tone, volume) {
      if (volume === 'off') return
      context ??= new AudioContext({ latencyHint: 'interactive' })
      void context.resume()
      scheduleTone(context, melodies[tone], loudness[volume])
    },
  }
}

function scheduleTone(context: BaseAudioContext, melody: readonly Note[], gain: number): void {
  for (const { pitch, at, length } of melody) {
    const start = context.currentTime + at
    const voice = context.createOscillator()
    const envelope = context.createGain()
    voice.type = 'sine'
    voice.frequency.value = pitch
    envelope.gain.setValueAtTime(0, start)
    envelope.gain.linearRampToValueAtTime(gain, start + attack)
    envelope.gain.exponentialRampToValueAtTime(0.0005, start + length)
    voice.connect(envelope).connect(context.destination)
    voice.start(start)
    voice.stop(start + length)
  }
}
