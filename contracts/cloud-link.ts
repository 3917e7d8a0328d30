import { z } from 'zod'

/** A further link to the registration page of a pending invitation, told only now; others stay valid. */
export const link = {
  method: 'POST',
  path: '/v1/accounts/:accountId/invitations/:recordId/link',
  auth: true,
  params: z.object({ accountId: z.uuid(), recordId: z.uuid() }),
  response: z.object({ url: z.url(), expiresAt: z.iso.datetime() }),
  problems: [
    'token.invalid',
    'forbidden',
    'region.missing',
    'not-found',
    'registered',
    'invitation.expired',
  ],
} as const
