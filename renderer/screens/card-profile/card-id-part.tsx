import { t } from '../../messages.ts'
import { Choice, NumberText, type PartProps } from './part.tsx'

export function CardIdPart(props: PartProps) {
  const { form, onForm } = props
  return (
    <fieldset className="profile-part">
      <legend>{t.form.fields.cardId}</legend>
      <div className="profile-row">
        <Choice
          label={t.profile.order}
          value={form.order}
          names={t.profile.orders}
          onValue={(order) => onForm({ order })}
        />
        <Choice
          label={t.profile.base}
          value={form.base}
          names={t.profile.bases}
          onValue={(base) => onForm({ base })}
        />
        {form.base === 'decimal' ? (
          <NumberText {...props} field="width" label={t.profile.width} hint={t.profile.widthHint} />
        ) : (
          <Choice
            label={t.profile.separator}
            value={form.separator}
            names={t.profile.separators}
            onValue={(separator) => onForm({ separator })}
          />
        )}
      </div>
    </fieldset>
  )
}
