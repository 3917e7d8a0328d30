import type { Result } from '../../contracts/result.ts'
import { mayInviteByEmail } from '../../core/role.ts'
import type { DeskIdentity, StoreRefusal } from '../../core/session.ts'
import type { DeskStore } from '../store/desk-store.ts'
import type { KnownDesk } from '../store/profile-store.ts'
import type { Workplace } from '../usecases/ports.ts'

/**
 * Looks an email up in the files of the same person's other desks in the same cloud, as last pulled.
 * Only of accounts that they administer; a file that cannot be opened knows nothing.
 */
export function createUserElsewhere(deps: {
  readonly desks: () => readonly KnownDesk[]
  readonly open: (identity: DeskIdentity) => Result<DeskStore, StoreRefusal>
}): Workplace['userElsewhere'] {
  return (own, email) => {
    const others = deps.desks().filter(({ identity }) => isOther(identity, own))
    for (const { identity } of others) {
      const opened = deps.open(identity)
      if (!opened.ok) continue
      const store = opened.value
      try {
        const found = store.people.hints({
          email,
          cardId: null,
          surfaceId: null,
          except: null,
        }).email
        if (found?.kind === 'user') return { name: found.name, account: identity.account.name }
      } finally {
        store.close()
      }
    }
    return null
  }
}

function isOther(identity: DeskIdentity, own: DeskIdentity): boolean {
  return (
    identity.cloudId === own.cloudId &&
    identity.person.id === own.person.id &&
    identity.account.id !== own.account.id &&
    mayInviteByEmail(identity.account.role)
  )
}
