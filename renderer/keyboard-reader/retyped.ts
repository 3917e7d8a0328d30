/** Text of a field with its selection, as the browser counts: in UTF-16 units. */
export type FieldText = {
  readonly text: string
  readonly start: number
  readonly end: number
  /** How much text the field takes; null for any. */
  readonly room: number | null
}

/** What these keys make of the field. Keys without a character only move the cursor. */
export function retyped(field: FieldText, keys: readonly string[]): FieldText {
  return keys.filter((key) => key.length === 1).reduce(withCharacter, field)
}

/**
 * The field without what the reader typed, `mine` telling its keys from those of a person, whose characters
 * stay. Null when the field changed in other ways too: then nothing is certain enough to be taken back.
 */
export function takenBack(
  before: FieldText,
  keys: readonly { readonly key: string; readonly mine: boolean }[],
  now: string,
): FieldText | null {
  const all = keys.map(({ key }) => key)
  const others = keys.filter(({ mine }) => !mine).map(({ key }) => key)
  return retyped(before, all).text === now ? retyped(before, others) : null
}

function withCharacter(field: FieldText, key: string): FieldText {
  const { text, start, end, room } = field
  if (room !== null && text.length - (end - start) >= room) return field
  const at = start + key.length
  return { ...field, text: text.slice(0, start) + key + text.slice(end), start: at, end: at }
}
