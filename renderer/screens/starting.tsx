import { t } from '../messages.ts'

/** The same bar as the static shell of index.html, so that nothing moves when React takes over. */
export function Starting() {
  return (
    <div className="shell-bar" role="status" aria-label={t.signIn.starting}>
      {t.words.product}
    </div>
  )
}
