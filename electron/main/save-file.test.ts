import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/cloud.ts'
import { createFiles } from './save-file.ts'

const folder = temporaryFolder('save')
const asked: (string | undefined)[] = []

function filesAt(filePath: string, canceled = false) {
  return createFiles({
    dialog: {
      showSaveDialog: async (...options: unknown[]) => {
        asked.push(JSON.stringify(options))
        return { canceled, filePath }
      },
    },
    app: { getPath: () => folder },
  })
}

const file = { name: 'cards.csv', text: '\u{FEFF}"Ä"\r\n' }

describe('a file of the window', () => {
  it('is written where the person says, byte for byte', async () => {
    const at = path.join(folder, 'chosen.csv')
    expect(await filesAt(at).save(file)).toEqual({ ok: true, value: 'saved' })
    expect(readFileSync(at, 'utf8')).toBe(file.text)
    expect(asked.at(-1)).toContain('cards.csv')
  })

  it('is written nowhere when nobody says where', async () => {
    expect(await filesAt('', true).save(file)).toEqual({ ok: true, value: 'cancelled' })
  })

  it('is told as not written where it cannot be', async () => {
    const answer = await filesAt(path.join(folder, 'no', 'such', 'folder.csv')).save(file)
    expect(answer).toMatchObject({ ok: false, code: 'not-written' })
  })
})
