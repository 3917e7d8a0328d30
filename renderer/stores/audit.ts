import { create } from 'zustand'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { Failure } from '../../contracts/result.ts'
import type { AuditFilter, AuditPage } from '../../core/audit/audit-entry.ts'
import type { FailureCode } from '../messages/failure-code.ts'
import { createLoader } from './loader.ts'
import { deskOf, useSession } from './session.ts'

export type AuditState = {
  readonly filter: AuditFilter
  /** Where the pages up to the shown one begin; the first is at null, the newest entry. */
  readonly way: readonly (string | null)[]
  /** The last page that was read; stays visible while the next one is on its way. */
  readonly page: AuditPage | null
  readonly failure: Failure<FailureCode> | null
  /** Whom `filter.about` is, as they were called where they were chosen. */
  readonly aboutName: string
}

export const noAuditFilter: AuditFilter = {
  from: null,
  until: null,
  what: null,
  who: null,
  about: null,
  desk: null,
}

const initial: AuditState = {
  filter: noAuditFilter,
  way: [null],
  page: null,
  failure: null,
  aboutName: '',
}

export const useAudit = create<AuditState>()(() => initial)

/** From the newest entry on. */
export function filterAudit(change: Partial<AuditFilter>, aboutName?: string) {
  const { filter, aboutName: before } = useAudit.getState()
  const next = { ...filter, ...change }
  useAudit.setState({ filter: next, way: [null], aboutName: aboutName ?? before })
}

export function olderAudit() {
  const { way, page } = useAudit.getState()
  if (page !== null && page.next !== null) useAudit.setState({ way: [...way, page.next] })
}

export function newerAudit() {
  const { way } = useAudit.getState()
  if (way.length > 1) useAudit.setState({ way: way.slice(0, -1) })
}

/** Once more, the same page. */
export function askAuditAgain() {
  useAudit.setState(({ way }) => ({ way: [...way] }))
}

/** Reads the audit as long as somebody looks at it. */
export function createAuditSubscription({ audit }: { readonly audit: Asking<Ipc>['audit'] }) {
  const stops: (() => void)[] = []
  const read = createLoader(async () => {
    const { filter, way } = useAudit.getState()
    const desk = deskOf(useSession.getState())
    const answer = await audit.page({ filter, olderThan: way.at(-1) ?? null })
    const now = useAudit.getState()
    if (now.way !== way || now.filter !== filter) return
    if (desk !== deskOf(useSession.getState())) return
    useAudit.setState(answer.ok ? { page: answer.value, failure: null } : { failure: answer })
  })
  return {
    start() {
      stops.push(
        useAudit.subscribe((now, before) => {
          if (now.way !== before.way) void read()
        }),
        useSession.subscribe((now, before) => {
          if (deskOf(now) === deskOf(before)) return
          useAudit.setState(initial, true)
        }),
        () => useAudit.setState(initial, true),
      )
      void read()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}
