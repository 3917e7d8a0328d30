import { z } from 'zod'
import { roamingDesk } from './roaming-desk.ts'

const digest = z.object({ count: z.int(), buckets: z.array(z.string()) })

/** What a crew is told to do once everybody has come so far; `agree` names a file of the cloud's records. */
export const order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settle') }),
  z.object({ kind: z.literal('agree'), file: z.string(), digest }),
])

export const crewReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('acted') }),
  z.object({ kind: z.literal('settled') }),
  z.object({
    kind: z.literal('agreed'),
    accepted: z.number(),
    /** Operations that desks were told to have been applied. */
    applied: z.array(z.string()),
    violations: z.array(z.string()),
  }),
])
export type CrewReport = z.infer<typeof crewReport>

export const crewOptions = z.object({ desks: z.array(roamingDesk), items: z.int() })
