import { v7 as newId } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import type { SessionView } from '../../core/session.ts'
import { nothingOpen } from '../../core/kept-open.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { shownPerson } from '../../tests/support/shown-person.ts'
import { closeEdit, openEdit, setEdited, useEdit } from './edit.ts'
import { createKeptSubscription, openNow, reopen } from './kept-open.ts'
import { forgetRemovals, offerUndo, useRemovals } from './removals.ts'
import { forgetRosterDraft, useRosterDraft } from './roster-draft.ts'
import { setSession } from './session.ts'

const row = shownPerson({ firstName: 'Aino', cardId: '04C43BC21C2680', surfaceId: 'A-1' })
const roster = { text: 'Bo\nKaisa', title: 'Monday', swapped: true }
const signedIn: Extract<SessionView, { state: 'signed-in' }> = {
  state: 'signed-in',
  identity: {
    cloudUrl: 'https://cloud.example',
    cloudId: newId(),
    demo: false,
    person: { id: newId(), email: 'ada@example.com', name: 'Ada' },
    account: { id: newId(), name: 'House A', role: 'account-admin' },
  },
  accounts: [],
  token: 'keyring',
  workOffline: false,
}
const removal = { opIds: [newId()], count: 1, name: 'Bo', moved: null, until: 9_000 }

function forgetAll() {
  closeEdit()
  forgetRosterDraft()
  forgetRemovals()
}
beforeEach(forgetAll)

function openAll() {
  openEdit(row)
  setEdited('lastName', 'Hallikainen')
  setEdited('email', 'half typed@')
  useRosterDraft.setState(roster)
  offerUndo(removal)
}

describe('what is open when the desk is locked', () => {
  it('is an edit with changes, a begun list and what can be taken back, as it stood', () => {
    openAll()
    const before = useEdit.getState().edit
    const kept = ipc.lock.keep.input.parse(openNow(1_000))
    forgetAll()
    reopen(kept, 50_000)
    const after = useEdit.getState().edit
    expect(after?.row).toEqual(row)
    expect(after?.form.values).toEqual(before?.form.values)
    expect(after?.form.card.text).toBe(before?.form.card.text)
    expect(useRosterDraft.getState()).toEqual(roster)
    expect(useRemovals.getState().list).toEqual([{ ...removal, until: 58_000 }])
  })

  it('is nothing where nobody changed anything, and no offer whose time is over', () => {
    openEdit(row)
    offerUndo(removal)
    expect(openNow(9_000)).toBeNull()
    reopen(nothingOpen, 0)
    expect(useEdit.getState().edit?.form.values.lastName).toBe(row.lastName)
  })

  it('is asked for once after each unlocking, and not by who was never locked out', async () => {
    const double = createAppDouble(ipc, { lock: { kept: () => ok({ ...nothingOpen, roster }) } })
    const kept = createKeptSubscription({
      lock: double.app.lock,
      pause: () => Promise.resolve(),
      now: () => 0,
    })
    setSession({ state: 'locked', name: 'Aino', demo: false, taps: 0 })
    kept.start()
    expect(double.asked).toEqual([])
    setSession(signedIn)
    await expect.poll(() => useRosterDraft.getState()).toEqual(roster)
    setSession({ ...signedIn, token: 'memory' })
    kept.stop()
    expect(double.asked.map(({ path }) => path)).toEqual(['lock.kept'])
  })
})
