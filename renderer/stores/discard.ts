import { emptyForm, useForm } from './form.ts'
import { isBlank } from './form-state.ts'

/** An empty form has nothing to lose; anything else is asked about. */
export function askToDiscard() {
  const form = useForm.getState()
  if (isBlank(form) && form.correcting === null) emptyForm()
  else useForm.setState({ asking: { kind: 'discard' } })
}
