import type { Directory } from '../../../core/directory.ts'
import { type Right, grantLimits } from '../../../core/rights.ts'

export type RightsProblem =
  'no-target' | 'too-many' | 'from-missing' | 'until-missing' | 'until-before-from'

/** What is chosen and typed; times are local, as `datetime-local` writes them; empty: no limit. */
export type RightsForm = {
  readonly targets: ReadonlyMap<string, Right['target']>
  readonly from: string
  readonly until: string
  readonly scheduleId: string | null
}

export type RightsProblems = Partial<Record<'targets' | 'from' | 'until', RightsProblem>>

export const blankRights: RightsForm = {
  targets: new Map(),
  from: '',
  until: '',
  scheduleId: null,
}

export function toggled(form: RightsForm, target: Right['target']): RightsForm {
  const targets = new Map(form.targets)
  if (!targets.delete(target.id)) targets.set(target.id, target)
  return { ...form, targets }
}

/** Everything that is wrong with the form as it stands. */
export function rightsProblems({ targets, from, until }: RightsForm): RightsProblems {
  const problems: RightsProblems = {}
  if (targets.size === 0) problems.targets = 'no-target'
  if (targets.size > grantLimits.atOnce) problems.targets = 'too-many'
  const begins = momentOf(from)
  const ends = momentOf(until)
  if (begins === undefined) problems.from = 'from-missing'
  if (ends === undefined) problems.until = 'until-missing'
  if (begins && ends && begins >= ends) problems.until = 'until-before-from'
  return problems
}

/** One right per target, all with the same limits; null while something is wrong. */
export function rightsOf(form: RightsForm, newId: () => string): Right[] | null {
  if (Object.keys(rightsProblems(form)).length > 0) return null
  const limits = {
    from: momentOf(form.from) ?? null,
    until: momentOf(form.until) ?? null,
    scheduleId: form.scheduleId,
  }
  return [...form.targets.values()].map((target) => ({ id: newId(), target, ...limits }))
}

/** The first chosen resource group that cannot follow a schedule; its name, or null. */
export function withoutSchedules(form: RightsForm, directory: Directory): string | null {
  const group = directory.resourceGroups.find(
    ({ id, schedules }) => !schedules && form.targets.has(id),
  )
  return group?.name ?? null
}

/** UTC in ISO 8601; null when empty, undefined when it is no moment. */
function momentOf(local: string): string | null | undefined {
  if (local === '') return null
  const date = new Date(local)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
