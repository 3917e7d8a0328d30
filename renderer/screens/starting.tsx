import { first } from '../first-messages.ts'
import './starting.css'

export function Starting() {
  return <output className="starting">{first.signIn.starting}</output>
}
