import { type KeptOpen, laterBy, nothingOpen } from '../../core/kept-open.ts'
import type { LockState, Profile } from '../usecases/ports.ts'

/** Kept, so that a desk that was locked starts locked; a full disk does not keep it open. */
export function createLockState(
  profile: Pick<Profile, 'locked' | 'setLocked' | 'fileFor'>,
  monotonicMs: () => number,
): LockState {
  let taps = profile.locked()
  let kept: { readonly desk: string; readonly open: KeptOpen; readonly at: number } | null = null
  return {
    taps: () => taps,
    set(next) {
      taps = next
      profile.setLocked(next)
    },
    keep: (identity, open) =>
      void (kept = { desk: profile.fileFor(identity), open, at: monotonicMs() }),
    takeKept(identity) {
      const before = kept
      kept = null
      if (before === null || before.desk !== profile.fileFor(identity)) return nothingOpen
      return laterBy(before.open, monotonicMs() - before.at)
    },
    forgetKept: () => void (kept = null),
  }
}
