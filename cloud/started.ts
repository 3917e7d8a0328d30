import type { Demo } from './demo/ensure-demo.ts'
import type { DatabaseRefusal } from './store/open-database.ts'

export type Started = {
  readonly url: string
  readonly cloudId: string
  readonly accounts: number
  /** null: metrics are told nowhere. */
  readonly metricsUrl: string | null
  /** null: no report is taken by SMTP. */
  readonly bouncesUrl: string | null
  readonly demo?: Demo
}

/** Nothing was changed in any of these cases; `not-empty`: `demo` was asked of a cloud with real accounts. */
export type StartRefusal = DatabaseRefusal | 'port-in-use' | 'address-unusable' | 'not-empty'
