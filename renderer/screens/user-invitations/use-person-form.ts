import { useEffect, useMemo } from 'react'
import type { PersonField } from '../../../core/person.ts'
import { type Role, mayChooseRegion, mayInviteByEmail, needsRegion } from '../../../core/role.ts'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { type Sender, type Values, asksRegion, problemsOf } from '../../stores/form-rules.ts'
import { fieldOfRefusal } from '../../stores/form-state.ts'
import { leave, useForm } from '../../stores/form.ts'
import { hintSentences, hintsAbout } from '../../stores/hints.ts'
import { movableFrom } from '../../stores/moving.ts'
import { createSender } from '../../stores/sender.ts'
import { fieldSentence, formSentence } from '../form-sentences.ts'
import { useHints } from '../use-hints.ts'
import { useSender } from '../use-sender.ts'

/** The order in which fields are filled, and in which the first one at fault is sought. */
const order = [
  'email',
  'role',
  'regionId',
  'firstName',
  'lastName',
  'organization',
  'additionalInformation',
  'cardId',
  'surfaceId',
] as const satisfies readonly PersonField[]

export const idOf = (field: PersonField) => `person-${field}`

const send = createSender({ people: app.people, pause, now: () => performance.now() })

/** The form's rules for a sender with the role `by`: what each field says, and Send. */
export function usePersonForm(by: Role) {
  const form = useForm()
  const { values, card } = form
  const sender = useSender(by)
  const problems = useMemo(() => problemsOf(values, card, sender), [values, card, sender])
  const atFault = form.refusal === null ? null : fieldOfRefusal(form.refusal)

  useEffect(() => {
    if (form.starts > 0) focus(mayInviteByEmail(by) ? 'email' : 'role')
  }, [form.starts, by])
  useEffect(() => {
    if (atFault !== null) focus(atFault)
  }, [atFault])

  const hints = useHints(hintsAbout(values, card, form.correcting?.recordId ?? null))

  return {
    form,
    /** What this computer knows already of the email and the card; never in the way. */
    hints: hintSentences(hints, t.form.hints),
    /** From whom the card may be taken; a refused operation has a step of its own for that. */
    holder: form.correcting === null ? movableFrom(hints.card, by) : null,
    asksRegion: asksRegion(values, sender),
    /** What is said where the region is not chosen but the sender's own. */
    ownRegion: ownRegion(values.role, sender),
    /** The sentence under a field, when it has something to complain about. */
    problem: (field: PersonField) => fieldSentence(form, problems, field),
    /** What concerns the form as a whole. */
    trouble: formSentence(form),
    submit() {
      const wrong = order.find((field) => problems[field] !== undefined)
      if (wrong === undefined) return void send()
      leave(...order)
      focus(wrong)
    },
  }
}

export type PersonForm = ReturnType<typeof usePersonForm>

/** Whoever may not choose a region gives their own. */
function ownRegion(role: Values['role'], { by, regions = [] }: Sender): string | undefined {
  const [own] = regions
  if (role === '' || !needsRegion(role) || mayChooseRegion(by) || own === undefined)
    return undefined
  return t.form.ownRegion(own.name)
}

function focus(field: PersonField) {
  document.getElementById(idOf(field))?.focus()
}
