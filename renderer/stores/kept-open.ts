import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { type KeptOpen, nothingOpen } from '../../core/kept-open.ts'
import { draftOf, formOfDraft } from './draft.ts'
import { isChanged, openEdit, useEdit } from './edit.ts'
import { offerUndo, useRemovals } from './removals.ts'
import { useRosterDraft } from './roster-draft.ts'
import { useSession } from './session.ts'
import { untilAnswered } from './until-answered.ts'

/** What of this page nobody else keeps; null: nothing is open. */
export function openNow(now: number): KeptOpen | null {
  const { edit } = useEdit.getState()
  const draft = edit !== null && isChanged(edit) ? draftOf(edit.form) : null
  const list = useRosterDraft.getState()
  const undo = useRemovals
    .getState()
    .list.map(({ until, opIds, ...rest }) => ({ ...rest, opIds: [...opIds], leftMs: until - now }))
    .filter(({ leftMs }) => leftMs > 0)
  const kept: KeptOpen = {
    ...nothingOpen,
    edit: edit === null || draft === null ? null : { row: edit.row, draft },
    roster: list.text === '' && list.title === '' ? null : list,
    undo,
  }
  return kept.edit === null && kept.roster === null && undo.length === 0 ? null : kept
}

/** Brings it back into a page that was loaded since. */
export function reopen({ edit, roster, undo }: KeptOpen, now: number) {
  if (edit !== null) {
    openEdit(edit.row)
    useEdit.setState(({ edit: opened, ...rest }) => ({
      ...rest,
      edit: opened && { ...opened, form: { ...formOfDraft(edit.draft), made: opened.form.made } },
    }))
  }
  if (roster !== null) useRosterDraft.setState(roster)
  for (const { leftMs, ...removal } of undo) offerUndo({ ...removal, until: now + leftMs })
}

/** Asks once for what was open when the desk was locked, whenever it is opened. */
export function createKeptSubscription(deps: {
  readonly lock: Pick<Asking<Ipc>['lock'], 'kept'>
  readonly pause: (ms: number) => Promise<void>
  /** The monotonic clock, ms. */
  readonly now: () => number
}) {
  let stop = () => {}

  async function ask() {
    const answer = await untilAnswered(deps.lock.kept, deps.pause)
    if (answer.ok) reopen(answer.value, deps.now())
  }

  return {
    start() {
      stop = useSession.subscribe((now, before) => {
        if (now.state === 'signed-in' && before.state !== 'signed-in') void ask()
      })
      if (useSession.getState().state === 'signed-in') void ask()
    },
    stop: () => stop(),
  }
}
