import { fail } from '../../contracts/result.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { Profile } from '../usecases/ports.ts'

/** Stands in for a profile whose file cannot be used: it knows nobody and lets nobody in. */
export function refusedProfile(refusal: StoreRefusal): Profile {
  return {
    deskId: '00000000-0000-4000-8000-000000000000',
    session: () => null,
    saveSession: () => fail(refusal),
    form: () => ({ cloudUrl: '', email: '' }),
    noteUnsent: () => {},
    waiting: () => [],
  }
}
