import path from 'node:path'
import { v7 } from 'uuid'
import type { DeskIdentity } from '../../core/session.ts'
import { openDeskStore } from '../../electron/store/open-desk-store.ts'
import { openProfileStore } from '../../electron/store/profile-store.ts'

/** Nobody listens there: the desk opens as the person last signed in, without its cloud. */
const somebody: DeskIdentity = {
  cloudUrl: 'http://127.0.0.1:9',
  cloudId: v7(),
  demo: false,
  person: { id: v7(), email: 'desk@tapdesk.test', name: 'Desk' },
  account: { id: v7(), name: 'Bench', role: 'account-admin' },
}

/** A profile in which somebody is signed in; returns the path of the file of their desk. */
export function seedProfile(profileFolder: string, identity = somebody): string {
  const profile = opened(
    openProfileStore({ path: path.join(profileFolder, 'profile.db'), newId: v7 }),
  )
  opened(profile.setSignedIn(identity))
  const file = path.join(profileFolder, 'desks', profile.fileFor(identity))
  profile.close()
  return file
}

/** A profile in which somebody is signed in and `rows` invitations wait on this computer. */
export function seedDesk(profileFolder: string, rows: number): void {
  const desk = opened(openDeskStore({ path: seedProfile(profileFolder) }))
  for (let row = 0; row < rows; row += 1) {
    const number = String(row).padStart(4, '0')
    const fields = {
      email: `person${number}@example.com`,
      role: 'user',
      firstName: `First ${number}`,
      lastName: `Last ${number}`,
      organization: 'Bench',
      additionalInformation: '',
      cardId: null,
      surfaceId: '',
      regionId: null,
    } as const
    opened(desk.people.acceptCreate({ opId: v7(), fields, at: '2026-01-01T00:00:00.000Z' }))
  }
  desk.close()
}

function opened<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(`the bench profile was refused: ${result.code}`)
  return result.value
}
