import { useEffect } from 'react'
import { askRoster } from '../../stores/roster.ts'
import { isTyping } from '../desk/shortcuts.ts'
import { moveHere } from './card-news.tsx'

/** Keys that no keyboard reader types: what it sends must never skip anybody. */
export function useTurnKeys() {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.defaultPrevented || isTyping(event.target)) return
      if (document.querySelector('dialog[open]') !== null) return
      const act = actionOf(event)
      if (act === null) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export function actionOf(event: Key): (() => void) | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event
  if (altKey || shiftKey) return null
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'z') return () => askRoster({ kind: 'undo' })
    return key === 'Enter' ? moveHere : null
  }
  const step = stepOf[key]
  return step === undefined ? null : () => askRoster({ kind: 'step', step })
}

const stepOf: Readonly<Record<string, 'back' | 'skip' | 'absent'>> = {
  ArrowLeft: 'back',
  ArrowRight: 'skip',
  Delete: 'absent',
}
