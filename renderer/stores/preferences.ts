import { create } from 'zustand'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { defaultPreferences } from '../../core/default-preferences.ts'
import type { Preferences } from '../../core/preferences.ts'

type Held = {
  readonly preferences: Preferences
  /** Whether the rest of the program keeps them: only then may they be changed. */
  readonly kept: boolean
}

/** How this person likes this desk. The defaults, until the rest of the program says otherwise. */
export const usePreferences = create<Held>()(() => ({
  preferences: defaultPreferences,
  kept: false,
}))

type Keeping = Pick<Asking<Ipc>['preferences'], 'set'>

/** Takes effect at once; a refusal takes it back. */
export async function changePreferences(
  keeping: Keeping,
  change: Partial<Preferences>,
): Promise<void> {
  const before = usePreferences.getState().preferences
  const preferences = { ...before, ...change }
  usePreferences.setState({ preferences })
  const answer = await keeping.set(preferences)
  if (!answer.ok && usePreferences.getState().preferences === preferences) {
    usePreferences.setState({ preferences: before })
  }
}
