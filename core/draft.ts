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
})
export type Draft = z.infer<typeof draft>
