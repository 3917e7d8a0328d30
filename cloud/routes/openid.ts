import { fail, ok } from '../../contracts/result.ts'
import type { Named } from '../audit/audit.ts'
import { identify } from '../openid/identify.ts'
import type { Provider } from '../openid/provider.ts'
import { type AdmitDeps, admit } from './admit.ts'
import type { Handlers } from './handlers.ts'

export type OpenIdDeps = AdmitDeps & {
  /** null: nobody signs in this way. */
  readonly provider: Provider | null
  readonly now: () => Date
  /** For the audit of the accounts of a person who is known. */
  readonly tellFailure: (personId: string, desk: Named) => Promise<void>
}

type Names = 'waysOfSigningIn' | 'openIdStart' | 'openIdFinish'

/** Sign-in with a provider that this cloud believes; the desk's browser is the only one that sees a password. */
export function openIdHandlers(deps: OpenIdDeps): Pick<Handlers, Names> {
  const { provider } = deps
  return {
    async waysOfSigningIn() {
      if (provider === null) return ok({ openId: null })
      const { name, loopbackPort } = provider
      return ok({ openId: { name, loopbackPort } })
    },

    async openIdStart({ body }) {
      if (provider === null) return fail('not-found')
      const url = await provider.start(body)
      return url.ok ? ok({ url: url.value }) : fail(url.code)
    },

    async openIdFinish({ body }) {
      if (provider === null) return fail('not-found')
      const identity = await provider.finish(body)
      if (!identity.ok) return fail(identity.code)
      const person = await identify(deps.db, identity.value, deps.now().toISOString())
      if (person.ok) {
        const admitted = await admit(deps, person.value, 'provider', body.desk)
        // They were made inactive at this moment.
        return admitted.ok || admitted.code !== 'sign-in.wrong' ? admitted : fail('openid.unknown')
      }
      const near = person.detail?.['personId']
      if (typeof near === 'string') await deps.tellFailure(near, body.desk)
      return fail(person.code)
    },
  }
}
