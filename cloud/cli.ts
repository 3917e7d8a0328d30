import { buffer, text } from 'node:stream/consumers'
import { backupSentence } from './backup/sentences.ts'
import { type BounceCommand, runBounce } from './bounces/bounce-command.ts'
import { returnAddressAt } from './mail/return-address.ts'
import type { BackupCommand } from './command-line/backup-command.ts'
import { type Command, parseCommandLine } from './command-line.ts'
import { databaseOptions, databaseUrlSentence } from './database-options.ts'
import { type OperatorCommand, runCommand } from './operator/run-command.ts'
import { sentenceFor } from './sentences.ts'
import { type OpenOptions, openDatabase } from './store/open-database.ts'

/** `npm run cloud`: stdout carries the one line of JSON, everything for people goes to stderr. */
async function main() {
  const environment = databaseOptions(process.env)
  if (!environment.ok) return refuse(databaseUrlSentence)
  const database = environment.value
  const command = parseCommandLine(process.argv.slice(2))
  if (!command.ok) return refuse(String(command.detail?.['sentence']))
  switch (command.value.kind) {
    case 'help':
      return void process.stdout.write(`${command.value.usage}\n`)
    case 'backup':
    case 'restore':
      return moveWhole(command.value, database)
    case 'bounce':
      return takeBounce(command.value, database)
    case 'serve':
      return serve({ ...command.value, ...database })
    case 'account-add':
    case 'account-list':
    case 'account-set':
    case 'member':
    case 'directory':
    case 'audit':
    case 'person':
      return operate(command.value, database)
  }
}

async function serve(options: Extract<Command, { kind: 'serve' }> & OpenOptions) {
  const smtpUrl = process.env['SMTP_URL'] || undefined
  if (smtpUrl !== undefined && !/^smtps?:\/\/[^/]/.test(smtpUrl)) {
    return refuse('SMTP_URL is no address of a mail server; give one such as smtp://host:587.')
  }
  const mailFrom = process.env['MAIL_FROM'] || undefined
  const bounceAddress = process.env['BOUNCE_ADDRESS'] || undefined
  const returnAddress = bounceAddress === undefined ? null : returnAddressAt(bounceAddress)
  if (bounceAddress !== undefined && returnAddress === null) {
    return refuse('BOUNCE_ADDRESS is no short address; give one such as bounces@example.com.')
  }
  if (options.bounces !== undefined && returnAddress === null) {
    return refuse('--bounces takes what comes back to BOUNCE_ADDRESS; give that too.')
  }
  const mail = { smtpUrl, mailFrom, returnAddress: returnAddress ?? undefined }
  // Only here: an operator's command needs no server.
  const { createCloud } = await import('./main.ts')
  const clientSecret = process.env['OPENID_CLIENT_SECRET'] || undefined
  const openId = options.openId && { ...options.openId, clientSecret }
  const cloud = createCloud({ ...options, ...mail, openId, log: true })
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

/** As a mail server pipes it: nothing but "try again" (EX_TEMPFAIL) is for it to act on. */
async function takeBounce(command: BounceCommand, options: Omit<OpenOptions, 'dataDir'>) {
  const message = await buffer(process.stdin)
  const database = await openDatabase({ ...options, dataDir: command.dataDir })
  if (!database.ok) {
    say(sentenceFor(database.code, command))
    process.exitCode = tryAgain
    return
  }
  const bounce = await runBounce(database.value, command, message, new Date())
  await database.value.destroy()
  if (!bounce.ok) process.exitCode = tryAgain
  process.stdout.write(`${JSON.stringify({ bounce: bounce.ok ? bounce.value : 'early' })}\n`)
}

const tryAgain = 75

/** On the database alone, so it may run beside the cloud. */
async function operate(command: OperatorCommand, options: Omit<OpenOptions, 'dataDir'>) {
  const password = asksPassword(command) ? await passwordFromStdin() : null
  const database = await openDatabase({ ...options, dataDir: command.dataDir })
  if (!database.ok) return refuse(sentenceFor(database.code, command))
  const done = await runCommand(database.value, command, { now: new Date(), password })
  await database.value.destroy()
  if (!done.ok) return refuse(String(done.detail?.['sentence']))
  if (done.value.some((line) => 'password' in line)) {
    say('The password below is shown only now.')
  }
  for (const line of done.value) process.stdout.write(`${JSON.stringify(line)}\n`)
  if (done.value.some((line) => 'fault' in line)) {
    refuse('The audit is not whole: "entry" is the first place where it is not what was written.')
  }
}

async function moveWhole(command: BackupCommand, options: Omit<OpenOptions, 'dataDir'>) {
  const { kind, dataDir, file } = command
  const where = { ...options, dataDir }
  const { backUp } = await import('./backup/back-up.ts')
  const { putBack } = await import('./backup/put-back.ts')
  const done =
    kind === 'backup'
      ? await backUp(where, file, new Date())
      : await putBack(where, file, new Date())
  if (!done.ok) return refuse(backupSentence(done, command))
  process.stdout.write(`${JSON.stringify({ [kind]: file, ...done.value })}\n`)
}

function asksPassword(command: OperatorCommand): boolean {
  if (command.kind === 'account-add') return command.passwordStdin
  return command.kind === 'member' && 'passwordStdin' in command.wish && command.wish.passwordStdin
}

async function passwordFromStdin(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, '')
}

function say(sentence: string) {
  process.stderr.write(`${sentence}\n`)
}

function refuse(sentence: string) {
  say(sentence)
  process.exitCode = 1
}

await main()
