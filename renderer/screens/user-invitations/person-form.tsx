import type { Role } from '../../../core/role.ts'
import { t } from '../../messages.ts'
import { askToDiscard } from '../../stores/discard.ts'
import { CardFields } from './card-fields.tsx'
import { FormFoot } from './form-foot.tsx'
import { MandatoryFields } from './mandatory-fields.tsx'
import { OptionalFields } from './optional-fields.tsx'
import './person-form.css'
import { RecentList } from './recent-list.tsx'
import { usePersonForm } from './use-person-form.ts'

/** Invite or create somebody, or correct what the cloud refused. `by` is the role of whoever sends. */
export function PersonForm({ by }: { readonly by: Role }) {
  const form = usePersonForm(by)
  const { correcting } = form.form
  return (
    <form
      className="card-box person-form"
      aria-labelledby="person-form-title"
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') askToDiscard()
      }}
    >
      <h2 id="person-form-title">
        {correcting === null ? t.form.title : t.form.correctingTitle(correcting.name)}
      </h2>
      <div className="form-grid">
        <MandatoryFields form={form} by={by} />
        <OptionalFields form={form} />
        <CardFields form={form} by={by} />
        <RecentList />
      </div>
      <FormFoot form={form} />
    </form>
  )
}
