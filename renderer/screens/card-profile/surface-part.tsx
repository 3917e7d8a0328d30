import { useId } from 'react'
import { renderings } from '../../../core/card/renderings.ts'
import { Button } from '../../components/button.tsx'
import { Field, controlProps } from '../../components/field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import { useProbe } from '../../stores/probe.ts'
import { NumberText, type PartProps } from './part.tsx'
import { renderingWords } from './rule-words.ts'

const kinds = ['typed', 'printed', 'label', 'ndef'] as const
/** Of the cards that are handed out most. */
const usualLength = 7

export function SurfacePart(props: PartProps) {
  const { form, onForm } = props
  const name = useId()
  return (
    <fieldset className="profile-part profile-surface">
      <legend>{t.form.fields.surfaceId}</legend>
      <div>
        {kinds.map((kind) => (
          <label key={kind} className="profile-choice">
            <input
              type="radio"
              name={name}
              checked={form.kind === kind}
              onChange={() => onForm({ kind })}
            />
            {t.profile.kinds[kind]}
          </label>
        ))}
      </div>
      <div className="profile-more">
        {form.kind === 'printed' && <Printed {...props} />}
        {form.kind === 'label' && <Roll {...props} />}
        {form.kind === 'ndef' && <p className="soft">{t.profile.ndefHint}</p>}
      </div>
    </fieldset>
  )
}

function Printed(props: PartProps) {
  const { form, onForm } = props
  const length = useProbe(({ card }) => card?.uid.length ?? usualLength * 2) / 2
  const field = { id: useId(), label: t.profile.rendering }
  return (
    <>
      <Field {...field}>
        <select
          {...controlProps(field)}
          value={form.rendering}
          onChange={({ target }) => {
            const chosen = renderings.find(({ id }) => id === target.value)
            if (chosen !== undefined) onForm({ rendering: chosen.id, part: null })
          }}
        >
          {renderings.map((each) => (
            <option key={each.id} value={each.id}>
              {renderingWords(each, length, t)}
            </option>
          ))}
        </select>
      </Field>
      {form.part === null ? (
        <div className="profile-row">
          <NumberText {...props} field="length" label={t.profile.width} />
          <NumberText {...props} field="add" label={t.profile.add} hint={t.profile.addHint} />
        </div>
      ) : (
        <p className="profile-taken">
          {t.profile.part(form.part.digits, form.part.dropped)}
          <Button look="quiet" onClick={() => onForm({ part: null })}>
            {t.profile.wholeAgain}
          </Button>
        </p>
      )}
    </>
  )
}

function Roll(props: PartProps) {
  const { form, onForm } = props
  return (
    <div className="profile-row profile-roll">
      <TextField
        id={useId()}
        label={t.profile.prefix}
        value={form.prefix}
        onValue={(prefix) => onForm({ prefix })}
        input={{ maxLength: 40 }}
      />
      <NumberText {...props} field="digits" label={t.profile.digits} />
      <NumberText {...props} field="next" label={t.profile.next} hint={t.profile.nextHint} />
    </div>
  )
}
