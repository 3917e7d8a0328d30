import type { Address, Where } from './listen.ts'
import type { OpenIdOptions } from './openid/openid-options.ts'
import type { MailOptions } from './post-office.ts'

export type CloudOptions = MailOptions & {
  /** Folder of `cloud.sqlite`; made when it is not there. */
  readonly dataDir: string
  /** 0: any free port. `'as-before'`: that of the last start, another if it is taken. */
  readonly port: Where['port']
  readonly host: string
  /** `postgres://…`: in place of `cloud.sqlite`. */
  readonly databaseUrl?: string | undefined
  readonly nativeBinding?: string | undefined
  /** Proxies in front, by address or network; absent: none is believed. */
  readonly behindProxy?: readonly string[] | undefined
  /** Where metrics are told; absent: nowhere. */
  readonly metrics?: Address | undefined
  /** Where mail servers bring their reports; absent: nowhere. */
  readonly bounces?: Address | undefined
  /** Who else is believed when they say who somebody is; absent: nobody. */
  readonly openId?: OpenIdOptions | undefined
  /** Fills an empty cloud with a demo account and its people. */
  readonly demo: boolean
  /** One line of JSON per start, stop and bug on stderr; never anything about a person. */
  readonly log: boolean
}
