import { create } from 'zustand'
import type { Directory } from '../../core/directory.ts'

/** The account's groups, resources and schedules as last pulled; null until they were read once. */
export const useDirectory = create<{ readonly directory: Directory | null }>()(() => ({
  directory: null,
}))

export function forgetDirectory() {
  useDirectory.setState({ directory: null })
}

/** Names of groups in the given order; one that is not known (any more) is left out. */
export function groupNames(directory: Directory | null, ids: readonly string[]): readonly string[] {
  if (directory === null || ids.length === 0) return []
  return ids.flatMap((id) => directory.groups.find((group) => group.id === id)?.name ?? [])
}

/** null: of none, or of one that is not known (any more). */
export function regionName(directory: Directory | null, id: string | null): string | null {
  if (id === null) return null
  return directory?.regions?.find((region) => region.id === id)?.name ?? null
}
