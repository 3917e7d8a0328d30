import { describe, expect, it } from 'vitest'
import { databaseOptions } from '../../cloud/database-options.ts'
import { parseCommandLine } from '../../cloud/command-line.ts'
import { readInProject } from '../support/page-proofs.ts'

const page = readInProject('docs/operating.md')

/** Every line of a shell block, as the shell parts it: what it sets, and what the cloud is given. */
const commands = [...page.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block = '']) =>
  block
    .trim()
    .split('\n')
    .map((line) => {
      const [before = '', after = ''] = line.split('npm run cloud -- ')
      return { line, set: wordsOf(before), args: wordsOf(after) }
    }),
)

function wordsOf(text: string): string[] {
  return [...text.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''))
}

describe('the page for operators', () => {
  it('shows commands', () => {
    expect(commands.length).toBeGreaterThan(8)
  })

  it.each(commands)('shows what the cloud understands: $line', ({ set, args }) => {
    expect(args.length).toBeGreaterThan(0)
    expect(parseCommandLine(args)).toMatchObject({ ok: true })
    const env = Object.fromEntries(set.map((each) => each.split(/=(.*)/s).slice(0, 2)))
    expect(databaseOptions(env)).toMatchObject({ ok: true })
  })
})
