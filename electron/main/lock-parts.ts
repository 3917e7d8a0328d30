import { powerMonitor, systemPreferences } from 'electron'
import type { Answering, Asking } from '../../contracts/door.ts'
import type { Desk } from '../../contracts/desk.ts'
import { type Ipc, ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import { laidCard } from '../../core/scan/laid.ts'
import type { MetCard } from '../../core/scan/scan.ts'
import { pushTo } from '../ipc/push.ts'
import type { DeskWindow } from '../window/desk-window.ts'
import { createDeskLock } from './desk-lock.ts'
import type { SessionMemory } from './session-memory.ts'
import type { Words } from './words.ts'

export type LockPartsDeps = {
  readonly desk: Asking<Desk>
  readonly memory: Pick<SessionMemory, 'view' | 'follow'>
  readonly window: DeskWindow
  readonly words: () => Words
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => () => void
}

/** A tap behind the lock is offered again so often, so far apart, while the data process restarts. */
const keepings = 20
const keepAgainMs = 500

/** The desk's lock among the parts that it stands between: window, door, readers and data. */
export function createLockParts({ desk, memory, window, words, now, after }: LockPartsDeps) {
  const lock = createDeskLock({
    asked: desk.lock,
    process: desk.process,
    view: memory.view,
    powerMonitor,
    touchId: process.platform === 'darwin' ? systemPreferences : null,
    reason: () => words().unlockReason,
    tellWindow: () => push.app.command('lock'),
    now,
    after,
  })
  const push = pushTo(ipc, (channel, path, payload) => {
    if (lock.isOpen(path)) window.send(channel, path, payload)
  })
  window.onInput(lock.used)

  // What the page knew goes with the page: the one that is loaded is told of the lock and nothing else.
  desk.session.changed((view) => {
    const wasLocked = lock.isLocked()
    memory.follow(view)
    if (!lock.isLocked() || wasLocked) return
    lock.hasLocked()
    window.reload()
  })

  async function keep(card: MetCard, left: number): Promise<void> {
    const kept = await desk.process.tapped(card)
    const later = !kept.ok && kept.code === 'unavailable' && left > 0
    if (later) after(keepAgainMs, () => void keep(card, left - 1))
  }

  const tapped: typeof push.reader.tapped = (tap) => {
    lock.tapped()
    if (lock.isLocked()) void keep(laidCard(tap), keepings)
    else push.reader.tapped(tap)
  }
  const shown: Answering<Ipc>['app']['shown'] = ({ screen }) => {
    lock.shows(screen)
    return ok(window.shown(screen))
  }

  return {
    push,
    tellReader: { ...push.reader, tapped },
    shown,
    answering: { ...desk.lock, ...lock.answering },
    guards: {
      isOpen: lock.isOpen,
      isTrustedSender: (event: { sender: Electron.WebContents; senderFrame: Frame }) =>
        window.isOwnFrame(event.sender, event.senderFrame),
    },
    start: () => lock.start(),
    stop: () => lock.stop(),
  }
}

type Frame = Parameters<DeskWindow['isOwnFrame']>[1]
