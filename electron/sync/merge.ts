import {
  type PersonChange,
  type PersonField,
  type PersonFields,
  personFields,
} from '../../core/person.ts'

/**
 * Three-way merge of one change into a newer version, field by field.
 *
 * - `mine`: nobody else touched what the change sets; it can go onto the newer version as it is
 * - `same`: the newer version already says what the change wants
 * - `conflict`: the named fields were set to something else meanwhile; only a person can decide
 */
export type Merge =
  | { readonly kind: 'mine' }
  | { readonly kind: 'same' }
  | { readonly kind: 'conflict'; readonly fields: readonly PersonField[] }

/** `base`: what the change was made against; null when it is not known, then every difference is a conflict. */
export function merge(set: PersonChange, base: PersonFields | null, theirs: PersonFields): Merge {
  const wanted = fieldsOf(set)
  const different = wanted.filter((field) => set[field] !== theirs[field])
  const fields = different.filter((field) => base === null || base[field] !== theirs[field])
  if (fields.length > 0) return { kind: 'conflict', fields }
  return different.length === 0 ? { kind: 'same' } : { kind: 'mine' }
}

const allFields: readonly PersonField[] = personFields.keyof().options

/** Fields that a change sets; one given as `undefined` sets nothing. */
export function fieldsOf(set: PersonChange): readonly PersonField[] {
  return allFields.filter((field) => set[field] !== undefined)
}
