import { type Reading, createEar } from './ear.ts'
import { type TypedField, isPrivate, lookAt, takeBack } from './typed-field.ts'

/** What a keyboard reader typed, and the field that it would have ended up in. */
export type Typed = Omit<Reading<TypedField>, 'keys' | 'place'> & { readonly field: TypedField }

/**
 * Listens for keyboard readers while the window has the focus. Keys appear at once; when a reader is
 * recognised, what it typed is taken back and its Enter or Tab does nothing.
 */
export function createKeyboardListener(deps: { readonly onTyped: (typed: Typed) => void }) {
  const ear = createEar<TypedField>({
    now: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    onReading({ keys, place: first, ...reading }) {
      const fields = new Set(keys.map(({ place }) => place))
      for (const field of fields) {
        if (field !== null)
          takeBack(
            field,
            keys.filter(({ place }) => place === field),
          )
      }
      deps.onTyped({ ...reading, field: first })
    },
  })
  let looked: TypedField = null

  /** The same field again is the same place, as it was before the first of its keys. */
  function placeOf(event: KeyboardEvent, first: boolean): TypedField {
    const same = looked !== null && looked.control === event.target
    if (first || !same) looked = lookAt(event.target)
    return looked
  }

  function keyDown(event: KeyboardEvent) {
    if (!event.isTrusted) return
    const { key, code, timeStamp: at } = event
    const plain = isPlain(event) && !isPrivate(event.target)
    const fate = ear.keyDown({ key, code, at, plain }, (first) => placeOf(event, first))
    if (fate !== 'passes') event.stopPropagation()
    if (fate === 'swallowed') event.preventDefault()
  }

  function keyUp({ isTrusted, code, timeStamp: at }: KeyboardEvent) {
    if (isTrusted) ear.keyUp({ code, at })
  }

  return {
    start() {
      window.addEventListener('keydown', keyDown, { capture: true })
      window.addEventListener('keyup', keyUp, { capture: true })
    },
    stop() {
      window.removeEventListener('keydown', keyDown, { capture: true })
      window.removeEventListener('keyup', keyUp, { capture: true })
      ear.stop()
    },
  }
}

/** Shortcuts, keys held until they repeat and input methods are a person's. */
function isPlain(event: KeyboardEvent): boolean {
  return !(event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing)
}
