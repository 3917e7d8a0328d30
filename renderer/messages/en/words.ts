import type { Role } from '../../../core/role.ts'
import type { DeliveryState } from '../../../core/pending-page.ts'

const roles: Record<Role, string> = {
  user: 'User',
  'account-admin': 'Account Admin',
  'regional-admin': 'Regional Admin',
  installer: 'Installer',
}

const delivery: Record<DeliveryState, string> = {
  saved: 'Saved on this computer',
  sending: 'Sending',
  sent: 'In the cloud',
  attention: 'Needs attention',
}

/** Words that several screens share. */
export const words = {
  product: 'Tapdesk',
  roles,
  delivery,
  nobody: '–',
  saveCsv: 'Save as CSV',
  csvSaved: 'Saved.',
  csvNotSaved: 'Not saved: choose another folder.',
}
