import type { z } from 'zod'
import type { Result } from './result.ts'

/** A question with one answer. `codes` closes the union of failures beside `DoorCode`. */
export type Call<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends string = string,
> = {
  readonly kind: 'call'
  readonly input: Input
  readonly output: Output
  readonly codes: readonly Code[]
}

/** News from inside; nobody answers. */
export type Event<Payload extends z.ZodType = z.ZodType> = {
  readonly kind: 'event'
  readonly payload: Payload
}

export type Door = Readonly<Record<string, Readonly<Record<string, Call | Event>>>>

/**
 * Failures of the door itself: a schema refused the input, the sender may not ask, the desk is locked,
 * nobody is behind it.
 */
export type DoorCode = 'malformed' | 'forbidden' | 'locked' | 'unavailable'

export function call<I extends z.ZodType, O extends z.ZodType, const C extends string>(
  input: I,
  output: O,
  codes: readonly C[],
): Call<I, O, C> {
  return { kind: 'call', input, output, codes }
}

export function event<P extends z.ZodType>(payload: P): Event<P> {
  return { kind: 'event', payload }
}

/** What the asking side holds: a function per call, a subscription (returning its end) per event. */
export type Asking<D extends Door> = {
  readonly [Group in keyof D]: {
    readonly [Name in keyof D[Group]]: D[Group][Name] extends Call<infer I, infer O, infer C>
      ? (...input: Arguments<z.input<I>>) => Promise<Result<z.output<O>, C | DoorCode>>
      : D[Group][Name] extends Event<infer P>
        ? (listener: (payload: z.output<P>) => void) => () => void
        : never
  }
}

/** What the answering side provides: a handler per call. */
export type Answering<D extends Door> = {
  readonly [Group in keyof D]: {
    readonly [
      Name in keyof D[Group] as D[Group][Name] extends Call ? Name : never
    ]: D[Group][Name] extends Call<infer I, infer O, infer C>
      ? (
          ...input: Arguments<z.output<I>>
        ) =>
          | Promise<Result<Nothing<z.output<O>>, C | DoorCode>>
          | Result<Nothing<z.output<O>>, C | DoorCode>
      : never
  }
}

/** What the answering side pushes with: a function per event. */
export type Pushing<D extends Door> = {
  readonly [Group in keyof D]: {
    readonly [
      Name in keyof D[Group] as D[Group][Name] extends Event ? Name : never
    ]: D[Group][Name] extends Event<infer P> ? (...payload: Arguments<z.output<P>>) => void : never
  }
}

/** A handler with nothing to say may answer `ok()`. */
type Nothing<T> = T extends undefined ? T | void : T

type Arguments<T> = undefined extends T ? [] : [T]
