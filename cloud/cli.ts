import { text } from 'node:stream/consumers'
import { addAccount, shortestPassword } from './add-account.ts'
import { type Command, parseCommandLine, usage } from './command-line.ts'
import { createCloud } from './main.ts'
import { sentenceFor } from './sentences.ts'
import { openDatabase } from './store/open-database.ts'

/** `npm run cloud`: stdout carries the one line of JSON, everything for people goes to stderr. */
async function main() {
  const command = parseCommandLine(process.argv.slice(2))
  if (!command.ok) return refuse(String(command.detail?.['sentence']))
  switch (command.value.kind) {
    case 'help':
      return void process.stdout.write(`${usage}\n`)
    case 'serve':
      return serve(command.value)
    case 'account-add':
      return add(command.value)
  }
}

async function serve(options: Extract<Command, { kind: 'serve' }>) {
  const smtpUrl = process.env['SMTP_URL'] || undefined
  if (smtpUrl !== undefined && !/^smtps?:\/\/[^/]/.test(smtpUrl)) {
    return refuse('SMTP_URL is no address of a mail server; give one such as smtp://host:587.')
  }
  const mailFrom = process.env['MAIL_FROM'] || undefined
  const mail = { smtpUrl, mailFrom }
  const cloud = createCloud({ ...options, ...mail, nativeBinding: nativeBinding(), log: true })
  // Before the start, so that a signal during it is not lost.
  let stopAsked: (() => void) | undefined
  const asked = new Promise<void>((resolve) => (stopAsked = resolve))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stopAsked?.())

  const started = await cloud.start()
  if (!started.ok) return refuse(sentenceFor(started.code, options))
  const { url, cloudId, accounts, demo } = started.value
  if (accounts === 0) {
    say('There is no account yet: add one with "npm run cloud -- account add".')
  }
  process.stdout.write(`${JSON.stringify({ ready: true, url, cloudId, ...(demo && { demo }) })}\n`)
  await asked
  await cloud.stop()
}

async function add(options: Extract<Command, { kind: 'account-add' }>) {
  const password = options.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null
  const database = await openDatabase({ ...options, nativeBinding: nativeBinding() })
  if (!database.ok) return refuse(sentenceFor(database.code, options))
  const added = await addAccount(database.value, { ...options, password }, new Date())
  await database.value.destroy()
  if (!added.ok) {
    return refuse(
      added.code === 'email'
        ? `--email is "${options.email}"; give an address such as desk@example.com.`
        : `The password is shorter than ${shortestPassword} characters. Nothing was changed.`,
    )
  }
  const { accountId, password: made } = added.value
  if (made) say('The password below is shown only now.')
  process.stdout.write(
    `${JSON.stringify({ accountId, email: options.email, ...(made && { password: made }) })}\n`,
  )
}

function nativeBinding(): string | undefined {
  return process.env['TAPDESK_CLOUD_SQLITE_BINDING'] || undefined
}

function say(sentence: string) {
  process.stderr.write(`${sentence}\n`)
}

function refuse(sentence: string) {
  say(sentence)
  process.exitCode = 1
}

await main()
