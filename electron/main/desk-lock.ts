import type { SystemPreferences } from 'electron'
import type { Answering, Asking } from '../../contracts/door.ts'
import type { Desk } from '../../contracts/desk.ts'
import { type systemLock, openWhileLocked } from '../../contracts/ipc-lock.ts'
import { fail, ok } from '../../contracts/result.ts'
import type { LockSettings } from '../../core/desk-lock.ts'
import type { SessionView } from '../../core/session.ts'

export type DeskLockDeps = {
  readonly asked: Asking<Desk>['lock']
  readonly process: Pick<Asking<Desk>['process'], 'unlock'>
  /** Null while only the data process can tell. */
  readonly view: () => SessionView | null
  readonly powerMonitor: ScreenAndIdle
  /** Absent where the system cannot recognise its person. */
  readonly touchId: Pick<SystemPreferences, 'canPromptTouchID' | 'promptTouchID'> | null
  /** What the system asks its person under. */
  readonly reason: () => string
  /** Lets the window keep what is typed, and lock by itself. */
  readonly tellWindow: () => void
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => () => void
}

/** What the lock needs of Electron's `powerMonitor`; the idle time in seconds. */
type ScreenAndIdle = {
  getSystemIdleTime(): number
  on(event: 'lock-screen', listener: () => void): unknown
  off(event: 'lock-screen', listener: () => void): unknown
}

/** Looked at so often, in milliseconds. */
const lookMs = 5_000
/** A window that has not locked by then is not asked any more. */
const windowLimitMs = 1_000

/** Where the window shows work that goes on by cards alone. */
const tapScreens: ReadonlySet<string> = new Set(['roster', 'quick-scan'])

/**
 * When the desk is locked, and what passes meanwhile. The window is never trusted with it: what it asks or
 * is told while locked, or before anybody knows, is stopped here.
 */
export function createDeskLock(deps: DeskLockDeps) {
  const { asked, powerMonitor, touchId, now, after } = deps
  let settings: LockSettings | null = null
  let usedAt = now()
  let screen = ''
  let callOffLook = () => {}
  let callOffForce = () => {}

  const isLocked = () => deps.view()?.state === 'locked'
  const isKnown = () => !['locked', 'starting', undefined].includes(deps.view()?.state)

  function lockNow(): void {
    if (settings?.pin !== true || isLocked()) return
    deps.tellWindow()
    callOffForce()
    callOffForce = after(windowLimitMs, () => {
      if (!isLocked()) void asked.now()
    })
  }

  function look(): void {
    const minutes = settings?.idleMinutes ?? 0
    const idleMs = Math.min(systemIdleMs(), now() - usedAt)
    if (minutes > 0 && idleMs >= minutes * 60_000) lockNow()
    callOffLook = after(lookMs, look)
  }

  /** Of the whole computer: whoever works in another program is there. */
  function systemIdleMs(): number {
    const seconds = powerMonitor.getSystemIdleTime()
    return seconds < 0 ? Number.POSITIVE_INFINITY : seconds * 1000
  }

  asked.changed((next) => void (settings = next))

  const system = () => touchId?.canPromptTouchID() ?? false
  const answering: Answering<{ lock: typeof systemLock }>['lock'] = {
    system: () => ok(system()),
    async unlockBySystem() {
      if (touchId === null || !system()) return fail('not-recognised')
      try {
        await touchId.promptTouchID(deps.reason())
      } catch {
        return fail('not-recognised')
      }
      return deps.process.unlock()
    },
  }

  return {
    answering,
    isLocked,
    /** Whether the window may ask this, or be told it. */
    isOpen: (path: unknown) => isKnown() || (typeof path === 'string' && openWhileLocked.has(path)),
    /** It is locked. Whoever opens it within the second is not locked out again by the limit. */
    hasLocked: () => callOffForce(),
    /** Somebody used keyboard or mouse in the window. */
    used: () => void (usedAt = now()),
    /** A card alone is nobody at the desk, except where the work goes on by cards. */
    tapped: () => {
      if (tapScreens.has(screen)) usedAt = now()
    },
    shows: (name: string) => void (screen = name),
    start() {
      powerMonitor.on('lock-screen', lockNow)
      look()
    },
    stop() {
      powerMonitor.off('lock-screen', lockNow)
      callOffLook()
      callOffForce()
    },
  }
}
export type DeskLock = ReturnType<typeof createDeskLock>
