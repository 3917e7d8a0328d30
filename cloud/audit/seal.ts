import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { sha256 } from '../tokens.ts'

const saltBytes = 16
/** Of the salt as base64url. */
const saltLength = 22

/**
 * A personal text as the audit keeps it: `sealed` is a salt with the text behind it, `digest` its SHA-256.
 * Only the digest is part of what is chained. Without `sealed` nobody can tell what it was made of: a name
 * alone could be guessed, a salt of 128 bits cannot.
 */
export type Seal = { readonly sealed: string; readonly digest: string }

export function seal(text: string): Seal {
  return sealWith(randomBytes(saltBytes), text)
}

/** Each with a salt of its own. The system is asked once for all of them: asking takes longer than sealing. */
export function sealAll(texts: readonly string[]): readonly Seal[] {
  const salts = randomBytes(saltBytes * texts.length)
  return texts.map((text, nth) =>
    sealWith(salts.subarray(nth * saltBytes, (nth + 1) * saltBytes), text),
  )
}

function sealWith(salt: Buffer, text: string): Seal {
  const sealed = salt.toString('base64url') + text
  return { sealed, digest: sha256(sealed) }
}

export function unseal(sealed: string): string {
  return sealed.slice(saltLength)
}

/** The names of actor and desk in one text. */
export function sealActor(names: { readonly person: string; readonly desk: string }): Seal {
  return seal(JSON.stringify([names.person, names.desk]))
}

const names = z.tuple([z.string(), z.string()])

export function actorNames(sealed: string): { readonly person: string; readonly desk: string } {
  const [person, desk] = names.parse(JSON.parse(unseal(sealed)))
  return { person, desk }
}
