import { create } from 'zustand'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { useLeaving } from './leaving.ts'
import { openNow } from './kept-open.ts'
import { rememberPlace } from './locking.ts'
import { useView } from './view.ts'

/** The settings of the lock; `then` the desk is locked, where somebody wanted that and has no PIN yet. */
type LockDialog = { readonly open: 'settings' | 'then-lock' | null }

export const useLockDialog = create<LockDialog>()(() => ({ open: null }))

export function openLockSettings() {
  useLockDialog.setState({ open: 'settings' })
}

/** Keeps what is typed first. Without a PIN there is nothing to come back with: one is chosen then. */
export async function lockDesk(
  lock: Pick<Asking<Ipc>['lock'], 'now' | 'keep' | 'kept'>,
): Promise<void> {
  rememberPlace(useView.getState())
  await useLeaving.getState().saveFirst()
  const open = openNow(performance.now())
  if (open !== null) await lock.keep(open)
  const answer = await lock.now()
  if (answer.ok) return
  // It is all still here.
  if (open !== null) await lock.kept()
  if (answer.code === 'no-pin') useLockDialog.setState({ open: 'then-lock' })
}
