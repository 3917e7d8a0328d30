import { z } from 'zod'
import { cardProfile, defaultCardProfile } from './card-profile.ts'

const uuid = z.uuid()
const named = { id: uuid, name: z.string() }
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/)

/** A weekly schedule's hours, in the time of the site. Days are ISO 8601: 1 is Monday. */
export const weeklyHours = z.strictObject({
  day: z.int().min(1).max(7),
  from: timeOfDay,
  until: timeOfDay,
})
export type WeeklyHours = z.infer<typeof weeklyHours>

/** The account's own: what access can be given to and by, each part by name, and how its cards are read. */
export const directory = z.strictObject({
  /** Raised by every change; told with each page of the change feed. */
  version: z.int().min(0),
  groups: z.array(z.strictObject(named)),
  resources: z.array(z.strictObject({ ...named, location: z.string() })),
  resourceGroups: z.array(
    z.strictObject({
      ...named,
      description: z.string(),
      /** Whether rights to it may follow a weekly schedule. */
      schedules: z.boolean(),
    }),
  ),
  schedules: z.array(z.strictObject({ ...named, weekly: z.array(weeklyHours) })),
  /** Those that the reader may see. Clouds that know of none leave it out. */
  regions: z.array(z.strictObject(named)).optional(),
  /** Clouds that know of none leave it out. */
  cardProfile: cardProfile.default(defaultCardProfile),
})
export type Directory = z.infer<typeof directory>

/** Before anything was pulled. */
export const emptyDirectory: Directory = {
  version: 0,
  groups: [],
  resources: [],
  resourceGroups: [],
  schedules: [],
  cardProfile: defaultCardProfile,
}
