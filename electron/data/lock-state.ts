import type { LockState, Profile } from '../usecases/ports.ts'

/** Kept, so that a desk that was locked starts locked; a full disk does not keep it open. */
export function createLockState(profile: Pick<Profile, 'locked' | 'setLocked'>): LockState {
  let taps = profile.locked()
  return {
    taps: () => taps,
    set(next) {
      taps = next
      profile.setLocked(next)
    },
  }
}
