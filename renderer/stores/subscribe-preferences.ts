import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { Preferences } from '../../core/preferences.ts'
import { usePreferences } from './preferences.ts'
import { untilAnswered } from './until-answered.ts'

/** Keeps the preferences up to date and carries each change of them out, the first one at once. */
export function createPreferencesSubscription(deps: {
  readonly preferences: Pick<Asking<Ipc>['preferences'], 'get' | 'changed'>
  readonly pause: (ms: number) => Promise<void>
  readonly carryOut: (preferences: Preferences) => void
}) {
  const stops: (() => void)[] = []
  const learn = (preferences: Preferences) => usePreferences.setState({ preferences, kept: true })

  return {
    async start(): Promise<void> {
      stops.push(
        usePreferences.subscribe(({ preferences }) => deps.carryOut(preferences)),
        deps.preferences.changed(learn),
      )
      deps.carryOut(usePreferences.getState().preferences)
      const answer = await untilAnswered(deps.preferences.get, deps.pause)
      if (answer.ok && stops.length > 0) learn(answer.value)
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}
