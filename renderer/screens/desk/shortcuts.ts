/** What a key means at the desk; the others belong to the menu, the browser or the field. */
export type Shortcut = 'help' | 'search'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** `typing`: the key goes into a field, where "?" is a question mark. */
export function shortcutOf(event: Key, typing: boolean): Shortcut | null {
  const { key, ctrlKey, metaKey, altKey } = event
  if (altKey) return null
  if (ctrlKey || metaKey) return key.toLowerCase() === 'f' ? 'search' : null
  return key === '?' && !typing ? 'help' : null
}

const textless = new Set(['checkbox', 'radio', 'button', 'submit', 'reset'])

export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !textless.has(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}
