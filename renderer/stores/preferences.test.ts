import { beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../contracts/result.ts'
import { defaultPreferences } from '../../core/default-preferences.ts'
import type { Preferences } from '../../core/preferences.ts'
import { changePreferences, usePreferences } from './preferences.ts'
import { createPreferencesSubscription } from './subscribe-preferences.ts'

beforeEach(() => usePreferences.setState({ preferences: defaultPreferences, kept: false }))

describe('changePreferences', () => {
  it('takes effect at once and keeps the rest', async () => {
    const kept: Preferences[] = []
    const set = (preferences: Preferences) => {
      kept.push(preferences)
      return Promise.resolve(ok(undefined))
    }
    const done = changePreferences({ set }, { theme: 'dark' })
    expect(usePreferences.getState().preferences.theme).toBe('dark')
    await done
    expect(kept).toEqual([{ ...defaultPreferences, theme: 'dark' }])
  })

  it('takes back what could not be kept', async () => {
    await changePreferences({ set: () => Promise.resolve(fail('disk-full')) }, { theme: 'dark' })
    expect(usePreferences.getState().preferences).toBe(defaultPreferences)
  })
})

describe('the preferences', () => {
  it('are carried out at the start and whenever they change, and offered once they are kept', async () => {
    const themes: string[] = []
    const finnish: Preferences = { ...defaultPreferences, language: 'fi', theme: 'light' }
    const subscription = createPreferencesSubscription({
      preferences: { get: () => Promise.resolve(ok(finnish)), changed: () => () => {} },
      pause: () => Promise.resolve(),
      carryOut: ({ theme }) => themes.push(theme),
    })
    await subscription.start()
    subscription.stop()
    expect(themes).toEqual(['system', 'light'])
    expect(usePreferences.getState().kept).toBe(true)
  })
})
