import { type RefObject, useEffect, useRef } from 'react'
import { type Role, mayInviteByEmail } from '../../../core/role.ts'
import { t } from '../../messages.ts'
import { askToDiscard } from '../../stores/discard.ts'
import { CardFields } from './card-fields.tsx'
import { FormFoot } from './form-foot.tsx'
import { MandatoryFields } from './mandatory-fields.tsx'
import { OptionalFields } from './optional-fields.tsx'
import './person-form.css'
import { RecentList } from './recent-list.tsx'
import { SetAside } from './set-aside.tsx'
import { usePersonForm } from './use-person-form.ts'

/** Invite or create somebody, or correct what the cloud refused. `by` is the role of whoever sends. */
export function PersonForm({ by }: { readonly by: Role }) {
  const form = usePersonForm(by)
  const { correcting } = form.form
  const box = useEscape(askToDiscard)
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
      ref={box}
    >
      <div className="form-head">
        <h2 id="person-form-title">
          {correcting === null ? t.form.title : t.form.correctingTitle(correcting.name)}
        </h2>
        <SetAside />
      </div>
      <div className="form-grid">
        <MandatoryFields form={form} by={by} />
        <OptionalFields form={form} />
        <CardFields form={form} by={by} />
        <RecentList rows={mayInviteByEmail(by) ? 3 : 6} />
      </div>
      <FormFoot form={form} />
    </form>
  )
}

/** Escape anywhere in the form, unless something inside it had its own use for it. */
function useEscape(act: () => void): RefObject<HTMLFormElement | null> {
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const inside = event.target instanceof Node && box.current?.contains(event.target)
      if (event.key === 'Escape' && inside === true && !event.defaultPrevented) act()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [act])
  return box
}
