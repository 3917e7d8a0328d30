import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { restyled } from './card-field.ts'
import { cardProfileNow } from './card-profile.ts'
import { useDirectory } from './directory.ts'
import { changeForm, useEdit } from './edit.ts'
import { useForm } from './form.ts'
import type { FormState } from './form-state.ts'
import { withLabel } from './form-surface.ts'
import { withLabelFound } from './surface.ts'
import { changeGivenSurface, useUserCards } from './user-cards.ts'

/** Both forms write Card ID as the account does, and they and the cards of a user get the label that a tap asks for. */
export function createProfileSubscription(deps: {
  readonly directory: Pick<Asking<Ipc>['directory'], 'labelFor'>
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
    const answer = await deps.directory.labelFor({ uid })
    if (!answer.ok || stops.length === 0) return
    changeBoth((form) => withLabel(form, uid, answer.value))
    changeGivenSurface((surface) => withLabelFound(surface, uid, answer.value))
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
        useUserCards.subscribe((now, before) => {
          const made = now.open?.giving?.surface.made
          if (made !== before.open?.giving?.surface.made) void findLabel(made?.labelFor ?? null)
        }),
      )
      restyle()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}
