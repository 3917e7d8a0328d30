import type { Preferences } from './preferences.ts'

/** Apart from the schema, so that the first screen can have it without loading zod. */
export const defaultPreferences: Preferences = {
  language: 'system',
  theme: 'system',
  pending: { sort: 'invite-sent', descending: true, limit: 20 },
  sound: 'normal',
}
