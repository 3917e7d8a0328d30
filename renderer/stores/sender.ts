import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { type PersonFields, fullName } from '../../core/person.ts'
import type { FormState } from './form-state.ts'
import { fieldsOf } from './form-rules.ts'
import { emptyForm, useForm } from './form.ts'
import { untilAnswered } from './until-answered.ts'

type People = Pick<Asking<Ipc>['people'], 'send' | 'correct'>

/**
 * Sends the form. While the process behind the door restarts, the same bytes are offered again under the
 * same op id, so whether the first attempt was saved or not, there is one invitation.
 */
export function createSender(deps: {
  readonly people: People
  readonly pause: (ms: number) => Promise<void>
}) {
  function offer(form: FormState, fields: PersonFields) {
    const { opId, correcting } = form
    return correcting === null
      ? deps.people.send({ opId, fields })
      : deps.people.correct({ opId: correcting.opId, newOpId: opId, fields })
  }

  /** Resolves when the form is empty again or says why not. A second call meanwhile does nothing. */
  return async function send(): Promise<void> {
    const form = useForm.getState()
    const fields = fieldsOf(form.values, form.card)
    if (form.sending || fields === null) return
    useForm.setState({ sending: true, refusal: null, asking: null })
    const answer = await untilAnswered(() => offer(form, fields), deps.pause)
    if (!answer.ok) {
      useForm.setState({ sending: false, refusal: { kind: 'failure', failure: answer } })
      return
    }
    const { recordId } = answer.value
    useForm.setState({ sent: { recordId, name: fullName(fields) || (fields.email ?? '') } })
    emptyForm()
  }
}
