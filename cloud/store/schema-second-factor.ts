export type SecondFactorTables = {
  second_factor: SecondFactorTable
  /** SHA-256 of the codes that are left. */
  recovery_code: { person_id: string; hash: string }
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
