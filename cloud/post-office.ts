import { isIP } from 'node:net'
import path from 'node:path'
import type { Log } from './log.ts'
import { createFileMailer } from './mail/file-mailer.ts'
import type { ReturnAddress } from './mail/return-address.ts'
import { type Postman, createPostman } from './mail/postman.ts'
import { createSmtpMailer } from './mail/smtp-mailer.ts'
import type { CloudDatabase } from './store/open-database.ts'

export type MailOptions = {
  /** Where people reach this cloud; absent: the address it listens on. */
  readonly publicUrl?: string | undefined
  /** `smtp://…`; absent: mails become files in the folder `mail` beside the database. */
  readonly smtpUrl?: string | undefined
  /** The sender, as in a mail's header From. */
  readonly mailFrom?: string | undefined
  /** Where reports of mail servers come back to; absent: to the sender, unread by the cloud. */
  readonly returnAddress?: ReturnAddress | undefined
}

/** Everything that carries mails out: knows the addresses of the pages for people. */
export function createPostOffice(
  options: MailOptions & { readonly dataDir: string },
  deps: {
    readonly db: CloudDatabase
    readonly now: () => Date
    readonly log: Log
  },
) {
  const { log } = deps
  let publicUrl = options.publicUrl ?? ''
  let postman: Postman | null = null
  const registrationUrl = (token: string) => `${publicUrl}/register/${token}`
  const passwordUrl = (token: string) => `${publicUrl}/password/${token}`

  return {
    registrationUrl,
    mailQueued: () => postman?.nudge(),

    /** `listensOn` stands in for a public address that was not given. */
    start(listensOn: string) {
      if (publicUrl === '') publicUrl = listensOn
      publicUrl = publicUrl.replace(/\/+$/, '')
      const from = options.mailFrom ?? `Tapdesk <no-reply@${domainOf(publicUrl)}>`
      const mailer = options.smtpUrl
        ? createSmtpMailer(options.smtpUrl, from)
        : createFileMailer(path.join(options.dataDir, 'mail'), from)
      postman = createPostman({
        ...deps,
        mailer,
        registrationUrl,
        returnAddress: options.returnAddress ?? null,
        passwordUrl,
        random: Math.random,
        onBug: log.bug,
        onFailure: (facts) => log.line('mail-failed', facts),
      })
      postman.start()
    },

    async stop() {
      await postman?.stop()
    },
  }
}

function domainOf(url: string): string {
  const { hostname } = new URL(url)
  return isIP(hostname.replace(/^\[|\]$/g, '')) === 0 ? hostname : 'localhost'
}
