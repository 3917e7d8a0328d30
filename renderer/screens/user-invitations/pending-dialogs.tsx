import { t } from '../../messages.ts'
import { useDirectory } from '../../stores/directory.ts'
import { usePendingActions } from '../../stores/pending-actions.ts'
import { GroupDialog } from './group-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { ResendDialog } from './resend-dialog.tsx'
import { RightsDialog } from './rights-dialog.tsx'
import { LeftAlone } from './step-dialog.tsx'

/** The dialog of whatever was asked for; at most one is open. */
export function PendingDialogs() {
  const open = usePendingActions((actions) => actions.open)
  const directory = useDirectory((known) => known.directory)
  if (open === null) return null
  if (open.action === 'left-alone') {
    return (
      <LeftAlone
        title={t.invitations.remove}
        refused={open.refused}
        not={t.invitations.removeNot}
      />
    )
  }
  const { action, targets } = open
  switch (action) {
    case 'resend':
      return <ResendDialog targets={targets} />
    case 'group':
      return directory && <GroupDialog targets={targets} directory={directory} />
    case 'rights':
      return directory && <RightsDialog targets={targets} directory={directory} />
    case 'link':
      return targets.row && <LinkDialog row={targets.row} />
  }
}
