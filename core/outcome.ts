/** The outcome of anything that may fail for a reason a person can act on. Exceptions are bugs. */
export type Result<T, Code extends string = string> = Ok<T> | Failure<Code>

export type Ok<T> = { readonly ok: true; readonly value: T }

/**
 * `code` is a stable identifier from a closed union; sentences for people are made from it in the
 * renderer. `field` names the offending input, `detail` carries data for the sentence, never prose.
 */
export type Failure<Code extends string = string> = {
  readonly ok: false
  readonly code: Code
  readonly field?: string
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

export function ok(): Ok<void>
export function ok<T>(value: T): Ok<T>
export function ok<T>(value?: T): Ok<T | undefined> {
  return { ok: true, value }
}

export function fail<Code extends string>(
  code: Code,
  more: Pick<Failure, 'field' | 'detail'> = {},
): Failure<Code> {
  return { ok: false, code, ...more }
}
