import { type SessionEnd, sessionEnd } from '../../contracts/problem.ts'
import type { Asking } from '../../contracts/door.ts'
import { type Failure, fail } from '../../contracts/result.ts'
import type { Host } from '../../contracts/host.ts'
import type { CloudClient } from '../cloud-client/cloud-client.ts'
import {
  type HeldTokens,
  type TokenKeeper,
  createTokenKeeper,
} from '../cloud-client/token-keeper.ts'
import type { SealedToken } from '../store/profile-store.ts'
import type { TokenKeeping } from '../usecases/ports.ts'

export type DeskTokensDeps = {
  readonly vault: Asking<Host>['vault']
  /** Keeps the sealed refresh token for the next start; null deletes it, `ended` says why. */
  readonly save: (sealed: SealedToken | null, ended?: SessionEnd) => void
  readonly keepingChanged: () => void
}

export type DeskTokens = {
  readonly keeping: () => TokenKeeping
  /** `ended`: why there is none, as it was saved. */
  readonly restore: (sealed: SealedToken | null, ended: string | null) => Promise<void>
  /** Tokens through this client from now on; those of a sign-in, or those that there are. */
  readonly use: (client: CloudClient, tokens: HeldTokens | null) => Promise<TokenKeeper>
  /** Those that there are; null when there are none. */
  readonly held: () => Promise<HeldTokens | null>
  readonly drop: () => void
}

/**
 * The refresh token between keyring and memory. It changes at every use, so each new one is sealed and
 * saved; sealings follow one another, so that the last one wins on disk too.
 */
export function createDeskTokens(deps: DeskTokensDeps): DeskTokens {
  let keeping: TokenKeeping = 'none'
  let refreshToken: string | null = null
  let client: CloudClient | null = null
  let keeper: TokenKeeper | null = null
  let sealing = Promise.resolve()
  let endedBefore: SessionEnd | undefined

  function become(next: TokenKeeping): void {
    if (next === keeping) return
    keeping = next
    deps.keepingChanged()
  }

  async function seal(token: string | null, ended?: SessionEnd): Promise<void> {
    const sealed = token === null ? null : await deps.vault.seal({ text: token })
    // A later token was taken meanwhile and is sealed next.
    if (token !== refreshToken) return
    const kept = sealed?.ok === true ? sealed.value : null
    deps.save(kept, ended)
    become(token === null ? 'none' : kept === null ? 'memory' : 'keyring')
  }

  function save(token: string | null, failure?: Failure): void {
    const ended = sessionEnd.safeParse(failure?.detail?.['ended']).data
    refreshToken = token
    if (token === null) become('none')
    // Notes that cannot be written cost a sign-in after the next start, nothing else.
    sealing = sealing.then(() => seal(token, ended)).catch(() => become('memory'))
  }

  return {
    keeping: () => keeping,
    async restore(sealed, ended) {
      endedBefore = sessionEnd.safeParse(ended).data
      if (sealed === null) return
      const opened = await deps.vault.open(sealed)
      refreshToken = opened.ok ? opened.value : null
      become(refreshToken === null ? 'none' : 'keyring')
    },
    async use(next, tokens) {
      client = next
      const why = endedBefore === undefined ? {} : { detail: { ended: endedBefore } }
      const refused = fail('token.invalid' as const, why)
      const made = createTokenKeeper({ client: next, refreshToken, refused, save })
      keeper = made
      if (tokens !== null) made.set(tokens)
      await sealing
      return made
    },
    async held() {
      const accessToken = (await keeper?.access()) ?? null
      return refreshToken === null ? null : { accessToken, refreshToken }
    },
    drop() {
      const [endedAt, ended] = [client, keeper]
      void ended?.access().then((token) => {
        if (token !== null) void endedAt?.signOut({ token })
      })
      ended?.clear()
      refreshToken = null
    },
  }
}
