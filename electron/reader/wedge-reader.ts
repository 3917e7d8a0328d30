import type { WedgeText } from '../../core/wedge-letters.ts'
import { type WedgeProfile, readByAny } from '../../core/wedge-profile.ts'
import type { ReaderListener, ReaderPort } from './reader.ts'

export type WedgeReader = ReaderPort & {
  /** What a keyboard reader typed becomes a tap, or `unknown`: its bytes are never guessed. */
  typed: (text: WedgeText) => Promise<'tapped' | 'unknown'>
}

export type WedgeReaderDeps = {
  /** How the readers of this computer write; null while nobody can tell. */
  readonly profiles: () => Promise<readonly WedgeProfile[] | null>
}

export const wedgeReaderName = 'Keyboard reader'

/** Readers that type like a keyboard. Nothing tells how many there are, so all of them have one name. */
export function createWedgeReader({ profiles }: WedgeReaderDeps): WedgeReader {
  let listener: ReaderListener | null = null
  let known: readonly WedgeProfile[] = []
  let begin = () => {}
  // The window hears keys before the readers are started; none of its readings is lost.
  const begun = new Promise<void>((resolve) => (begin = resolve))

  return {
    async start(to) {
      listener = to
      begin()
    },
    async stop() {
      listener = null
    },
    async typed(text) {
      known = (await profiles()) ?? known
      const [read, ...others] = readByAny(known, text)
      if (read === undefined || others.length > 0) return 'unknown'
      await begun
      listener?.onTap({
        uid: read.uid,
        atr: '',
        reader: wedgeReaderName,
        simulated: false,
        ndefText: null,
        source: read.whole ? 'keyboard' : 'keyboard-part',
      })
      return 'tapped'
    },
    signal: () => Promise.resolve('not-allowed'),
  }
}
