import { v7 as newId } from 'uuid'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { changeForm, changeOf, closeEdit, nameOfRow, useEdit } from './edit.ts'
import { fieldsOf } from './form-rules.ts'
import { moveOf, offerMoveBack } from './moving.ts'
import { untilAnswered } from './until-answered.ts'

/**
 * Saves the user who is being edited. Every press is an operation of its own: setting the same values
 * twice is harmless, sending others under one op id is not.
 */
export function createEditor(deps: {
  readonly people: Pick<Asking<Ipc>['people'], 'update'>
  readonly pause: (ms: number) => Promise<void>
  /** The monotonic clock, ms. */
  readonly now: () => number
}) {
  /** Resolves when the edit is closed, or says why not. A second call meanwhile does nothing. */
  return async function save(): Promise<void> {
    const { edit } = useEdit.getState()
    if (edit === null || edit.form.sending) return
    const fields = fieldsOf(edit.form.values, edit.form.card)
    if (fields === null) return
    const set = changeOf(edit.row, fields)
    if (Object.keys(set).length === 0) return closeEdit()

    changeForm((form) => ({ ...form, sending: true, refusal: null }))
    const { moving } = edit.form
    const move = moveOf(moving, set.cardId ?? null)
    const reader = edit.form.card.tappedFrom
    const update = { opId: newId(), recordId: edit.row.id, set, move, reader }
    const asked = deps.now()
    const answer = await untilAnswered(() => deps.people.update(update), deps.pause)
    if (answer.ok && moving !== null && move !== null) {
      offerMoveBack({ opId: move.opId, from: moving.from.name, to: nameOfRow(fields) }, asked)
    }
    if (useEdit.getState().edit?.row !== edit.row) return
    if (answer.ok) return useEdit.setState({ edit: null, saved: nameOfRow(fields) })
    changeForm((form) => ({
      ...form,
      sending: false,
      refusal: { kind: 'failure', failure: answer },
    }))
  }
}
