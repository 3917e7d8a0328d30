import { z } from 'zod'
import { pendingSort } from './pending-page.ts'

/** How this person likes this desk; kept per profile. */
export const preferences = z.strictObject({
  language: z.enum(['system', 'en', 'fi']),
  theme: z.enum(['system', 'light', 'dark']),
  pending: z.strictObject({
    sort: pendingSort,
    descending: z.boolean(),
    limit: z.union([z.literal(10), z.literal(20), z.literal(50), z.literal(100)]),
  }),
})
export type Preferences = z.infer<typeof preferences>

export { defaultPreferences } from './default-preferences.ts'
