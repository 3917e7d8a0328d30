import type { LooseCard } from '../../../core/scan/scan.ts'
import { beginWith } from '../../stores/aside.ts'
import { tappedOf } from '../../stores/laid-card.ts'
import { closeGiving } from '../../stores/unknown-cards.ts'
import { show } from '../../stores/view.ts'

/** To the form, with this card in it. */
export function newUserWith(card: LooseCard) {
  closeGiving()
  show({ screen: 'user-invitations' })
  beginWith(tappedOf(card))
}
