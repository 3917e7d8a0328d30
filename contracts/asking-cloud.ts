import { storeRefusal } from '../core/session.ts'

/** What may stand in the way of anything that only the cloud can answer; nothing of it waits in a queue. */
export const askingCloud = [
  'signed-out',
  'cloud-away',
  'sign-in-needed',
  'cloud-trouble',
  ...storeRefusal.options,
] as const
