import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { restyled } from './card-field.ts'
import { cardProfileNow } from './card-profile.ts'
import { useDirectory } from './directory.ts'
import { changeForm, useEdit } from './edit.ts'
import { useForm } from './form.ts'
import type { FormState } from './form-state.ts'
import { withLabel } from './surface.ts'

/** Both forms write Card ID as the account does, and get the label that a tap asks for. */
export function createProfileSubscription(deps: {
  readonly directory: Pick<Asking<Ipc>['directory'], 'nextLabel'>
}) {
  const stops: (() => void)[] = []

  function changeBoth(change: (form: FormState) => FormState) {
    useForm.setState(change)
    changeForm(change)
  }

  function restyle() {
    const { cardId } = cardProfileNow()
    changeBoth((form) => ({ ...form, card: restyled(form.card, cardId) }))
  }

  async function findLabel(uid: string | null) {
    if (uid === null) return
    const answer = await deps.directory.nextLabel()
    if (answer.ok && stops.length > 0) changeBoth((form) => withLabel(form, uid, answer.value))
  }

  return {
    start() {
      stops.push(
        useDirectory.subscribe(restyle),
        useForm.subscribe((now, before) => {
          if (now.made !== before.made) void findLabel(now.made.labelFor)
        }),
        useEdit.subscribe((now, before) => {
          const made = now.edit?.form.made
          if (made !== before.edit?.form.made) void findLabel(made?.labelFor ?? null)
        }),
      )
      restyle()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}
