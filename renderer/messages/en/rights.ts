import type { RightsProblem } from '../../screens/user-invitations/rights-form.ts'

const number = new Intl.NumberFormat('en')
const people = (count: number) => (count === 1 ? '1 person' : `${number.format(count)} people`)

const problems: Record<RightsProblem, string> = {
  'no-target': 'Choose at least one resource or resource group.',
  'too-many': 'At most 100 at once.',
  'from-missing': 'This is not a date and time.',
  'until-missing': 'This is not a date and time.',
  'until-before-from': 'Has to be after “From”.',
}

export const rights = {
  text: 'Takes effect with the registration.',
  search: 'Search resources',
  targets: 'Resources and resource groups',
  resourceGroups: 'Resource groups',
  resources: 'Resources',
  none: 'There are no resources in this account yet.',
  chosen: (count: number) => `${number.format(count)} chosen`,
  from: 'From',
  until: 'Until',
  fromHint: 'Empty: at once.',
  untilHint: 'Empty: without end.',
  schedule: 'Weekly schedule',
  always: 'At all times',
  scheduleUnsupported: (name: string) => `${name} does not follow weekly schedules.`,
  give: 'Give rights',
  done: (count: number) => `Rights given to ${people(count)}.`,
  not: (count: number) => `${people(count)} could not be given rights:`,
  problems,
}
