import { z } from 'zod'
import { role } from './role.ts'

const text = z.string().max(10_000)

/** The form as it stands, valid or not: survives a crash. */
export const draft = z.strictObject({
  opId: z.uuid(),
  email: text,
  role: role.nullable(),
  firstName: text,
  lastName: text,
  organization: text,
  additionalInformation: text,
  cardText: text,
  decimal: z.boolean(),
  surfaceId: text,
  regionId: text.default(''),
})
export type Draft = z.infer<typeof draft>

/** So many forms may be set aside. */
export const mostAside = 20

/** What is typed and not sent: the form, and those that were set aside for another person, newest first. */
export const keptForms = z.strictObject({
  draft: draft.nullable(),
  aside: z.array(draft).max(mostAside),
})
export type KeptForms = z.infer<typeof keptForms>
