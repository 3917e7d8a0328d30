import type { ComponentProps } from 'react'
import './button.css'

type Look = 'main' | 'plain' | 'quiet' | 'danger'

/** A native button. `look` says how much it asks to be pressed; there is one `main` per form. */
export function Button({
  look = 'plain',
  ...rest
}: ComponentProps<'button'> & { readonly look?: Look }) {
  return <button type="button" {...rest} className={`button button-${look}`} />
}
