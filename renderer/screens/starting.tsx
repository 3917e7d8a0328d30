import { t } from '../messages.ts'
import './starting.css'

export function Starting() {
  return <output className="starting">{t.signIn.starting}</output>
}
