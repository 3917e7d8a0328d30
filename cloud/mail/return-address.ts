/** Where reports about a mail come back to; absent: to the sender, whom nobody here reads. */
export type ReturnAddress = (token: string) => string

const longestLocalPart = 64
const suffix = /\+([0-9a-f]{32})@/i

/**
 * `desk@example.com` becomes `desk+TOKEN@example.com`: the address names the mail (VERP). null: this is no
 * address, or too long for that.
 */
export function returnAddressAt(given: string): ReturnAddress | null {
  const [, local, domain] = /^([\w.!#$%&'*/=?^`{|}~+-]+)@([a-z0-9.-]+)$/i.exec(given.trim()) ?? []
  if (local === undefined || domain === undefined) return null
  const make: ReturnAddress = (token) => `${local}+${token}@${domain}`
  return local.length + 1 + 32 > longestLocalPart ? null : make
}

/** The token that an address of ours carries; null for any other. */
export function tokenIn(address: string): string | null {
  return suffix.exec(address)?.[1]?.toLowerCase() ?? null
}
