import { describe, expect, it } from 'vitest'
import { violationsOf } from './violations.mjs'

const messages = (file: string, text: string) =>
  violationsOf(file, text).map((violation) => violation.message)

describe('the boundary lint', () => {
  it.each([
    ['core/a.ts', `import { b } from '../contracts/b.ts'`, 'core may not import contracts'],
    ['core/a.ts', `import fs from 'node:fs'`, 'core may not import node:fs'],
    ['core/a.ts', `const now = Date.now()`, 'the core has no clock: time is an argument'],
    ['renderer/a.tsx', `import axios from 'axios'`, 'renderer may not import axios'],
    ['renderer/a.tsx', `const x = await import('electron')`, 'renderer may not import electron'],
    ['renderer/a.tsx', `window.app.sync.now()`, 'only renderer/bridge.ts touches window.app'],
    ['electron/reader/a.ts', `import n from 'nfc-pcsc'`, 'only pcsc-reader.ts may import nfc-pcsc'],
    [
      'electron/usecases/a.ts',
      `export { x } from '../store/x.ts'`,
      'electron/usecases may import only types of electron/store',
    ],
    [
      'electron/store/a.ts',
      `import { net } from 'electron'`,
      'electron/store may not import electron',
    ],
  ])('refuses in %s: %s', (file, text, message) => {
    expect(messages(file, text)).toEqual([message])
  })

  it.each([
    ['core/a.ts', `import { z } from 'zod'`],
    ['electron/usecases/a.ts', `import type { DeskStore } from '../store/desk-store.ts'`],
    ['electron/usecases/a.ts', `import { type DeskStore } from '../store/desk-store.ts'`],
    ['electron/reader/pcsc-reader.ts', `import { NFC } from 'nfc-pcsc'`],
    ['renderer/a.tsx', `import './a.css'; import { Button } from '@mantine/core'`],
    ['core/a.ts', `// Date.now would make this impure`],
  ])('allows in %s: %s', (file, text) => {
    expect(messages(file, text)).toEqual([])
  })

  it('refuses a file of more than 250 lines', () => {
    expect(messages('core/long.ts', '\n'.repeat(251))).toHaveLength(1)
    expect(messages('core/long.ts', '\n'.repeat(250))).toEqual([])
  })
})
