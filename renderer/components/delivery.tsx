import type { DeliveryState } from '../../core/pending-page.ts'
import { t } from '../messages.ts'
import './delivery.css'
import { Icon, type IconName } from './icons.tsx'

const icons: Record<DeliveryState, IconName> = {
  saved: 'computer',
  sending: 'sending',
  sent: 'cloud',
  attention: 'attention',
}

/** Where somebody stands between this computer and the cloud, in words and icon. */
export function Delivery({ state }: { readonly state: DeliveryState }) {
  return (
    <span className={`delivery delivery-${state}`}>
      <Icon name={icons[state]} />
      {t.words.delivery[state]}
    </span>
  )
}
