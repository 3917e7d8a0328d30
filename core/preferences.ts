import { z } from 'zod'
import { pendingSort } from './pending-page.ts'

export const soundVolume = z.enum(['off', 'quiet', 'normal', 'loud'])
export type SoundVolume = z.infer<typeof soundVolume>

/** How this person likes this desk; kept per profile. */
export const preferences = z.strictObject({
  language: z.enum(['system', 'en', 'fi']),
  theme: z.enum(['system', 'light', 'dark']),
  pending: z.strictObject({
    sort: pendingSort,
    descending: z.boolean(),
    limit: z.union([z.literal(10), z.literal(20), z.literal(50), z.literal(100)]),
  }),
  /** How loud taps are answered. */
  sound: soundVolume,
})
export type Preferences = z.infer<typeof preferences>

/** As some version kept them: earlier ones said nothing of sound. */
export const keptPreferences = preferences.extend({ sound: soundVolume.default('normal') })

export { defaultPreferences } from './default-preferences.ts'
