export type SignInTables = {
  second_factor: SecondFactorTable
  /** SHA-256 of the codes that are left. */
  recovery_code: { person_id: string; hash: string }
  sign_in_failure: SignInFailureTable
  /** Where people have signed in: SHA-256 of a computer's id or of an address. */
  known_place: { person_id: string; place: string; until: string }
}

/** What a person's app makes codes of. */
type SecondFactorTable = {
  person_id: string
  /** Base 32; the cloud makes the same codes, so it is no hash. */
  secret: string
  made_at: string
  /** null: offered, and not confirmed yet. */
  on_since: string | null
  /** Of 30 seconds since 1970: the latest whose code was taken. */
  last_step: number
}

/** Wrong tries since the last right one, until they are forgotten. */
type SignInFailureTable = {
  /** SHA-256 of whom and where; see sign-in-limits.ts. */
  key: string
  count: number
  until: string
  /** Of the last one. */
  failed_at: string | null
  /** Of somebody who has never signed in there: SHA-256 of the address. */
  network: string | null
}
