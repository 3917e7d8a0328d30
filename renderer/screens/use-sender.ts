import { useMemo } from 'react'
import type { CardPolicy } from '../../core/card/warnings.ts'
import type { Role } from '../../core/role.ts'
import { useCardProfile } from '../stores/card-profile.ts'
import { useDirectory } from '../stores/directory.ts'
import type { Sender } from '../stores/form-rules.ts'

/** By what a form is judged; `instead`: another policy than the account's. */
export function useSender(by: Role, instead?: CardPolicy): Sender {
  const { policy } = useCardProfile()
  const regions = useDirectory(({ directory }) => directory?.regions)
  const chosen = instead ?? policy
  return useMemo(() => ({ by, policy: chosen, regions }), [by, chosen, regions])
}
