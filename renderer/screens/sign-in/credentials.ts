export type Credentials = {
  readonly cloudUrl: string
  readonly email: string
  readonly password: string
}

const order = ['cloudUrl', 'email', 'password'] as const

/** The first field that is empty, in the order of the form. */
export function firstMissing(values: Credentials): keyof Credentials | null {
  return order.find((field) => values[field].trim() === '') ?? null
}

/** What people type is seldom a URL: `cloud.example.com` means https; an address with a scheme is left as it is. */
export function normalAddress(typed: string): string {
  const address = typed.trim()
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`
}
