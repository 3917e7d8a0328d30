import { v7 as newId } from 'uuid'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { ok } from '../../contracts/result.ts'
import { type PersonFields, fullName, personFields } from '../../core/person.ts'
import type { FormState, Refusal } from './form-state.ts'
import { fieldsOf } from './form-rules.ts'
import { emptyForm, useForm } from './form.ts'
import { moveOf, offerMoveBack } from './moving.ts'
import { untilAnswered } from './until-answered.ts'

type People = Pick<Asking<Ipc>['people'], 'send' | 'correct' | 'recent'>

/**
 * Sends the form. While the process behind the door restarts, the same bytes are offered again under the
 * same op id, so whether the first attempt was saved or not, there is one invitation.
 */
export function createSender(deps: {
  readonly people: People
  readonly pause: (ms: number) => Promise<void>
  /** The monotonic clock, ms. */
  readonly now: () => number
}) {
  const { people, pause, now } = deps

  function offer(form: FormState, fields: PersonFields) {
    const { opId, correcting } = form
    return correcting === null
      ? people.send({
          opId,
          fields,
          move: moveOf(form.moving, fields.cardId),
          reader: form.card.tappedFrom,
        })
      : people.correct({ opId: correcting.opId, newOpId: opId, fields })
  }

  /**
   * The answer to an earlier attempt may have been lost: other fields must not follow under its op id
   * before it is known that it was not saved. The id of a new record is its first op id.
   */
  async function savedBefore({ opId, correcting }: FormState, fields: PersonFields) {
    const { unanswered } = useForm.getState()
    if (correcting !== null || unanswered === null || same(unanswered, fields)) return ok(null)
    const recent = await untilAnswered(people.recent, pause)
    return recent.ok ? ok(recent.value.find(({ id }) => id === opId) ?? null) : recent
  }

  /** Resolves when the form is empty again or says why not. A second call meanwhile does nothing. */
  return async function send(): Promise<void> {
    const form = useForm.getState()
    const fields = fieldsOf(form.values, form.card)
    if (form.sending || fields === null) return
    useForm.setState({ sending: true, refusal: null, asking: null })
    const before = await savedBefore(form, fields)
    if (!before.ok) return refused({ kind: 'failure', failure: before })
    if (before.value !== null) return renew(nameOf(before.value))
    useForm.setState({ unanswered: fields })
    const asked = now()
    const answer = await untilAnswered(() => offer(form, fields), pause)
    if (!answer.ok) return refused({ kind: 'failure', failure: answer })
    const { moving } = form
    if (moving !== null && moveOf(moving, fields.cardId) !== null) {
      offerMoveBack({ opId: moving.opId, from: moving.from.name, to: nameOf(fields) }, asked)
    }
    useForm.setState({ sent: { recordId: answer.value.recordId, name: nameOf(fields) } })
    emptyForm()
  }
}

function refused(refusal: Refusal) {
  useForm.setState({ sending: false, refusal })
}

/** What the form holds now is about nobody yet: under an op id of its own it may be sent. */
function renew(name: string) {
  useForm.setState({ opId: newId(), unanswered: null })
  refused({ kind: 'saved-before', name })
}

const nameOf = (person: PersonFields) => fullName(person) || (person.email ?? '')

const same = (one: PersonFields, other: PersonFields) =>
  personFields.keyof().options.every((field) => one[field] === other[field])
