import { describe, expect, it } from 'vitest'
import { parseCommandLine } from './command-line.ts'

describe("the cloud's command line", () => {
  it.each([[['--help']], [['-h']], [['help']], [['account', 'add', '--help']], [['--demo', '-h']]])(
    'explains itself when asked by %j',
    (args) => {
      expect(parseCommandLine(args)).toEqual({ ok: true, value: { kind: 'help' } })
    },
  )

  it.each([
    [['--port', 'abc'], '--port is "abc"'],
    [['--port', '70000'], '--port is "70000"'],
    [['account', 'add', '--email', 'a@b.fi'], '--name is missing'],
    [['account', 'remove'], 'There is no command "account remove"'],
    [['--public-url', 'desk.example.com'], '--public-url is "desk.example.com"'],
  ])('names the argument at fault in %j', (args, sentence) => {
    const parsed = parseCommandLine(args)
    expect(parsed).toMatchObject({ ok: false, code: 'usage' })
    expect(JSON.stringify(parsed)).toContain(JSON.stringify(sentence).slice(1, -1))
  })
})
