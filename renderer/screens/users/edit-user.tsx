import { useState } from 'react'
import { anyCard } from '../../../core/card/warnings.ts'
import { type Role, mayChooseRegion, rolesGivenBy } from '../../../core/role.ts'
import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { app } from '../../bridge.ts'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { seenCard } from '../../stores/card-field.ts'
import {
  type Edit,
  closeEdit,
  isChanged,
  leaveEdited,
  nameOfRow,
  setEditedMoving,
} from '../../stores/edit.ts'
import { movableFrom } from '../../stores/moving.ts'
import { createEditor } from '../../stores/editor.ts'
import { type Sender, type Values, asksRegion, problemsOf } from '../../stores/form-rules.ts'
import { hintSentences, hintsAbout } from '../../stores/hints.ts'
import { fieldSentence, formSentence } from '../form-sentences.ts'
import { useHints } from '../use-hints.ts'
import { useSender } from '../use-sender.ts'
import { CardHolder } from '../user-invitations/card-holder.tsx'
import { EditFields, editId, editOrder } from './edit-fields.tsx'

const save = createEditor({ people: app.people, pause, now: () => performance.now() })

/** One user with everything a desk may change of them; a card is changed by a tap or by typing. */
export function EditUser({ edit, by }: { readonly edit: Edit; readonly by: Role }) {
  const { row, form } = edit
  const held = seenCard(form.card)?.uid === row.cardId
  const sender = useSender(by, held ? anyCard : undefined)
  const problems = problemsOf(form.values, form.card, sender)
  const hints = useHints(hintsAbout(form.values, form.card, row.id))
  const [asking, setAsking] = useState(false)
  const leave = () => (isChanged(edit) ? setAsking(true) : closeEdit())
  const trouble = formSentence(form)

  function submit() {
    const wrong = editOrder.find((field) => problems[field] !== undefined)
    if (wrong === undefined) return void save()
    leaveEdited(...editOrder)
    document.getElementById(editId(wrong))?.focus()
  }

  return (
    <Dialog
      title={t.users.editTitle(nameOfRow(row) || t.users.unnamed)}
      onClose={leave}
      onSubmit={submit}
      foot={
        asking ? (
          <Ask
            takesFocus
            question={t.users.discardAsk}
            yes={t.users.discardYes}
            no={t.users.discardNo}
            onYes={closeEdit}
            onNo={() => setAsking(false)}
          />
        ) : (
          <>
            <Button onClick={closeEdit}>{t.users.cancel}</Button>
            <Button look="main" type="submit" aria-busy={form.sending}>
              {form.sending ? t.users.saving : t.users.save}
            </Button>
          </>
        )
      }
    >
      <EditFields
        form={form}
        roles={rolesGivenBy(by)}
        region={regionPart(form.values, sender)}
        hasLogin={row.email !== null}
        known={hintSentences(hints, t.form.hints)}
        problem={(field) => fieldSentence(form, problems, field)}
      />
      <CardHolder
        holder={movableFrom(hints.card, by)}
        cardId={seenCard(form.card)?.uid ?? null}
        to={nameOfRow(form.values)}
        moving={form.moving}
        onMoving={setEditedMoving}
      />
      {trouble !== undefined && <Notice kind="bad">{trouble}</Notice>}
    </Dialog>
  )
}

/** Whoever has to be of a region, and who may be; null where the sender does not choose. */
function regionPart(values: Values, sender: Sender): 'required' | 'optional' | null {
  if (asksRegion(values, sender)) return 'required'
  const some = sender.regions !== undefined && sender.regions.length > 0
  return some && mayChooseRegion(sender.by) ? 'optional' : null
}
