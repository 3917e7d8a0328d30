import { describe, expect, it } from 'vitest'
import { parseCommandLine } from './command-line.ts'

describe("the cloud's command line", () => {
  it.each([[['--help']], [['-h']], [['help']], [['account', 'add', '--help']], [['--demo', '-h']]])(
    'explains itself when asked by %j',
    (args) => {
      const usage = expect.stringContaining('npm run cloud -- ')
      expect(parseCommandLine(args)).toEqual({ ok: true, value: { kind: 'help', usage } })
    },
  )

  it.each([
    [['--port', 'abc'], '--port is "abc"'],
    [['--port', '70000'], '--port is "70000"'],
    [['account', 'add', '--email', 'a@b.fi'], '--name is missing'],
    [['account', 'remove'], 'account wants add, list or set, not "remove"'],
    [
      ['acount'],
      'There is no command "acount"; there are account, member, directory, backup, restore, audit, person, bounce.',
    ],
    [['account', 'set'], 'Nothing to set'],
    [['account', 'set', '--language', 'sv'], '--language is "sv"; give en or fi.'],
    [['account', 'set', '--invitation-days', '0'], '--invitation-days is "0"'],
    [['account', 'set', '--active', 'maybe'], '--active is "maybe"; give yes or no.'],
    [
      ['member'],
      'member wants list, add, set, remove, password, sign-out, second-factor-off, link or unlink.',
    ],
    [['member', 'add', '--email', 'a@b.fi'], '--role is missing'],
    [['member', 'add', '--email', 'a@b.fi', '--role', 'user'], '--role is "user"'],
    [['member', 'list', '--email', 'a@b.fi'], '--email is not for "member list"'],
    [['member', 'set', '--email', 'a@b.fi'], 'Nothing to set; give --role or --region.'],
    [['directory'], 'directory wants list, add, set or remove.'],
    [['directory', 'add', '--name', 'A'], 'The kind is missing'],
    [['directory', 'add', 'door', '--name', 'A'], 'The kind "door" is unknown'],
    [['directory', 'add', 'group'], '--name is missing; give the name of the group.'],
    [['directory', 'add', 'group', '--name', 'A', '--location', 'B'], '--location is no detail'],
    [['directory', 'add', 'schedule', '--name', 'A'], '--weekly is missing'],
    [['directory', 'set', 'group', '--name', 'A'], 'Nothing to set'],
    [['directory', 'remove', 'group', '--name', 'A', '--force'], '--force'],
    [['person'], 'person wants export or erase.'],
    [['person', 'erase'], 'Say who with --email or with --id'],
    [['audit'], 'audit wants verify.'],
    [['audit', 'verify', '--expect', '7'], '--expect is "7"; give the END'],
    [['--public-url', 'desk.example.com'], '--public-url is "desk.example.com"'],
  ])('names the argument at fault in %j', (args, sentence) => {
    const parsed = parseCommandLine(args)
    expect(parsed).toMatchObject({ ok: false, code: 'usage' })
    expect(JSON.stringify(parsed)).toContain(JSON.stringify(sentence).slice(1, -1))
  })
})
