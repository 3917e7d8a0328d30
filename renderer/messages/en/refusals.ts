import type { StoreRefusal } from '../../../core/session.ts'

export type RefusalText = {
  readonly happened: string
  readonly safe: string
  readonly todo: string
}

/** Why this computer accepts nothing: what happened, what is safe, what to do. */
export const refusals: Record<StoreRefusal, RefusalText> = {
  'database-newer': {
    happened: 'The data on this computer was written by a newer version of Tapdesk',
    safe: 'nothing was read or changed',
    todo: 'install the newer version and start again',
  },
  'database-damaged': {
    happened: 'The data on this computer is damaged',
    safe: 'the file was left as it is, and what the cloud has is safe there',
    todo: 'copy the file below to a safe place and ask for support before doing anything else',
  },
  'read-only': {
    happened: 'Tapdesk may not write to its folder on this computer',
    safe: 'everything already saved is still there',
    todo: 'allow your user to write to the place below and try again',
  },
  'disk-full': {
    happened: 'The disk of this computer is full',
    safe: 'everything already saved is still there; this last step was not saved',
    todo: 'free some space and try again',
  },
  'not-durable': {
    happened: 'The disk of this computer does not keep what it is told to keep',
    safe: 'nothing was accepted, so nothing can get lost',
    todo: 'use a folder on a local disk',
  },
  'in-use': {
    happened: 'Another program holds the data of Tapdesk',
    safe: 'nothing was changed',
    todo: 'close the other program (a backup or virus scan may need a minute) and try again',
  },
}
