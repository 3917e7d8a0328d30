import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { type PersonFields, fullName } from '../../core/person.ts'
import type { FormState } from './form-state.ts'
import { fieldsOf } from './form-rules.ts'
import { emptyForm, useForm } from './form.ts'

type People = Pick<Asking<Ipc>['people'], 'send' | 'correct'>

/** 10 s: the data process is started again in less. */
const attempts = 20
const pauseMs = 500

/**
 * Sends the form. While the process behind the door restarts, the same bytes are offered again under the
 * same op id, so whether the first attempt was saved or not, there is one invitation.
 */
export function createSender(deps: {
  readonly people: People
  readonly pause: (ms: number) => Promise<void>
}) {
  async function offer(form: FormState, fields: PersonFields) {
    const ask = () =>
      form.correcting === null
        ? deps.people.send({ opId: form.opId, fields })
        : deps.people.correct({ opId: form.correcting.opId, newOpId: form.opId, fields })
    let answer = await ask()
    for (let left = attempts; left > 0 && !answer.ok && answer.code === 'unavailable'; left--) {
      await deps.pause(pauseMs)
      answer = await ask()
    }
    return answer
  }

  /** Resolves when the form is empty again or says why not. A second call meanwhile does nothing. */
  return async function send(): Promise<void> {
    const form = useForm.getState()
    const fields = fieldsOf(form.values, form.card)
    if (form.sending || fields === null) return
    useForm.setState({ sending: true, refusal: null, asking: null })
    const answer = await offer(form, fields)
    if (!answer.ok) {
      useForm.setState({ sending: false, refusal: { kind: 'failure', failure: answer } })
      return
    }
    const { recordId } = answer.value
    useForm.setState({ sent: { recordId, name: fullName(fields) || (fields.email ?? '') } })
    emptyForm()
  }
}
