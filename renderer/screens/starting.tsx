import { t } from '../messages.ts'

/** The same bar as the static shell of index.html, so that nothing moves when React takes over. */
export function Starting() {
  return (
    <output className="shell-bar" aria-label={t.signIn.starting}>
      {t.words.product}
    </output>
  )
}
