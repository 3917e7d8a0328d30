import './starting.css'
import { t } from '../messages.ts'

/** The same bar as the static shell of index.html, so that nothing moves when React takes over. */
export function Starting() {
  return (
    <>
      <div className="shell-bar">{t.words.product}</div>
      <output className="starting">{t.signIn.starting}</output>
    </>
  )
}
