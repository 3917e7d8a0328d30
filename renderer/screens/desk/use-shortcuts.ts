import { useEffect } from 'react'
import { isTyping, shortcutOf } from './shortcuts.ts'

/** Listens for the keys of the desk; a dialog has the keyboard for itself. */
export function useShortcuts(onHelp: () => void) {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return
      const shortcut = shortcutOf(event, isTyping(event.target))
      if (shortcut === null) return
      event.preventDefault()
      if (shortcut === 'help') onHelp()
      else focusSearch()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [onHelp])
}

/** Each page has at most one search field. */
function focusSearch() {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  field?.focus()
  field?.select()
}
