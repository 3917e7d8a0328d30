import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { nameOfAside, takeUp } from '../../stores/aside.ts'
import { useForm } from '../../stores/form.ts'

/** Whoever waits while another person's turn is, beside the title, where nothing moves out of their way. */
export function SetAside() {
  const aside = useForm((form) => form.aside)
  if (aside.length === 0) return null
  return (
    <fieldset className="form-aside" aria-labelledby="form-aside">
      <span id="form-aside">{t.form.aside}</span>
      {aside.map((one) => {
        const name = nameOfAside(one) || t.form.asideUnnamed
        return (
          <Button key={one.opId} aria-label={t.form.goOn(name)} onClick={() => takeUp(one.opId)}>
            {name}
          </Button>
        )
      })}
    </fieldset>
  )
}
