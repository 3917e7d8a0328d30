import type { Adapter, AdapterPayload } from 'oidc-provider'

/** What a provider remembers, for as long as the test runs. */
export function openIdMemory() {
  const kinds = new Map<string, Map<string, AdapterPayload>>()
  return (kind: string): Adapter => {
    const all = kinds.get(kind) ?? new Map<string, AdapterPayload>()
    kinds.set(kind, all)
    return {
      upsert: async (id, payload) => void all.set(id, payload),
      find: async (id) => all.get(id),
      findByUid: async (uid) => [...all.values()].find((payload) => payload.uid === uid),
      findByUserCode: async () => undefined,
      destroy: async (id) => void all.delete(id),
      async consume(id) {
        const payload = all.get(id)
        if (payload) all.set(id, { ...payload, consumed: Math.floor(Date.now() / 1000) })
      },
      async revokeByGrantId(grantId) {
        for (const [id, payload] of all) if (payload.grantId === grantId) all.delete(id)
      },
    }
  }
}
