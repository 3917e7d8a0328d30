import { type FieldText, takenBack } from './retyped.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Where a key went, as it was before; null: nowhere, or a place that keeps no keys. */
export type TypedField = {
  readonly control: Control
  readonly value: string
  /** Null for a control without a cursor, as lists and dates. */
  readonly text: FieldText | null
} | null

/** Passwords are none of a reader's business. A PIN is: a card may be laid while the desk is locked. */
export function isPrivate(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLInputElement)) return false
  return target.type === 'password' && target.inputMode !== 'numeric'
}

export function lookAt(target: EventTarget | null): TypedField {
  if (target instanceof HTMLSelectElement)
    return { control: target, value: target.value, text: null }
  const writable = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
  return writable ? { control: target, value: target.value, text: textOf(target) } : null
}

/** Takes what a reader typed out of the field again; false when the field has changed in other ways too. */
export function takeBack(
  field: NonNullable<TypedField>,
  keys: readonly { readonly key: string; readonly mine: boolean }[],
): boolean {
  const { control, value, text } = field
  if (text === null || control instanceof HTMLSelectElement) {
    if (control.value !== value) setValue(control, value)
    return true
  }
  const after = takenBack(text, keys, control.value)
  if (after === null) return false
  if (control === document.activeElement) editTo(control, after.text)
  if (control.value !== after.text) setValue(control, after.text)
  control.setSelectionRange(after.start, after.end)
  return true
}

/** Types text where it was going to go, as a person would. */
export function typeInto({ control }: NonNullable<TypedField>, text: string): void {
  if (control instanceof HTMLSelectElement) return
  control.focus()
  document.execCommand('insertText', false, text)
}

function textOf(control: HTMLInputElement | HTMLTextAreaElement): FieldText | null {
  const { value, selectionStart: start, selectionEnd: end, maxLength } = control
  if (start === null || end === null) return null
  return { text: value, start, end, room: maxLength < 0 ? null : maxLength }
}

/** An edit like a person's, so that "Undo" still knows what was there before. */
function editTo(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const now = control.value
  if (now === text) return
  const shorter = Math.min(now.length, text.length)
  let head = 0
  while (head < shorter && now[head] === text[head]) head += 1
  let tail = 0
  while (tail < shorter - head && now.at(-1 - tail) === text.at(-1 - tail)) tail += 1
  control.setSelectionRange(head, now.length - tail)
  const between = text.slice(head, text.length - tail)
  if (between === '') document.execCommand('delete')
  else document.execCommand('insertText', false, between)
}

/** React reads a value only from an event, and only if it was not set through its own property. */
function setValue(control: Control, value: string): void {
  const prototype: unknown = Object.getPrototypeOf(control)
  if (prototype instanceof Object) Reflect.set(prototype, 'value', value, control)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}
