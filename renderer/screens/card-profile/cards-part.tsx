import { t } from '../../messages.ts'
import type { PartProps } from './part.tsx'

export function CardsPart({ form, onForm }: PartProps) {
  return (
    <fieldset className="profile-part">
      <legend>{t.profile.cards}</legend>
      <label className="profile-choice">
        <input
          type="checkbox"
          checked={form.allowRandom}
          onChange={({ target }) => onForm({ allowRandom: target.checked })}
        />
        {t.profile.allowRandom}
      </label>
      <label className="profile-choice">
        <input
          type="checkbox"
          checked={form.allowPartial}
          onChange={({ target }) => onForm({ allowPartial: target.checked })}
        />
        {t.profile.allowPartial}
      </label>
    </fieldset>
  )
}
