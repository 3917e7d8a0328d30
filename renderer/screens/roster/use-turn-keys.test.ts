import { describe, expect, it } from 'vitest'
import { actionOf } from './use-turn-keys.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const pressed = (key: string, more: Partial<typeof none> = {}) =>
  actionOf({ ...none, key, ...more })

describe('the keys of a list', () => {
  it('are none that a keyboard reader types', () => {
    const typed = ['0', '9', 'a', 'F', ':', '-', ' ', 'Enter', 'Tab']
    expect(typed.map((key) => pressed(key))).toEqual(typed.map(() => null))
  })

  it('pass over, go back, take back and move', () => {
    expect(['ArrowRight', 'ArrowLeft', 'Delete'].map((key) => pressed(key))).not.toContain(null)
    expect(pressed('z', { ctrlKey: true })).not.toBeNull()
    expect(pressed('Enter', { metaKey: true })).not.toBeNull()
    expect(pressed('z', { ctrlKey: true, shiftKey: true })).toBeNull()
  })
})
