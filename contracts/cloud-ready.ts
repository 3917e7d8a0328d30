import { z } from 'zod'

/** Whether this instance may be sent desks: for load balancers. `unavailable` names what is not in `field`. */
export const ready = {
  method: 'GET',
  path: '/v1/ready',
  auth: false,
  response: z.object({ ready: z.literal(true) }),
  problems: ['rate-limited'],
} as const
