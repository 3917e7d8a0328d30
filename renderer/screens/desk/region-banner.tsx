import { type Role, seesOnlyRegion } from '../../../core/role.ts'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { useDirectory } from '../../stores/directory.ts'
import { useSync } from '../../stores/sync.ts'

/** Of somebody who is limited to a region and has none the lists are empty: without a word they would look broken. */
export function RegionBanner({ by }: { readonly by: Role }) {
  const regions = useDirectory(({ directory }) => directory?.regions)
  const told = useSync(({ reason }) => reason === 'no-region')
  if (told || !seesOnlyRegion(by) || regions?.length !== 0) return null
  return <Notice kind="wait">{t.sync.remedies['no-region']}</Notice>
}
