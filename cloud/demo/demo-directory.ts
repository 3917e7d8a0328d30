import type { Directory } from '../../core/directory.ts'
import { demoId } from './demo-id.ts'

const named = <T extends object>(name: string, more: T) => ({ id: demoId(name), name, ...more })
const on = (days: readonly number[], from: string, until: string) =>
  days.map((day) => ({ day, from, until }))

const workdays = [1, 2, 3, 4, 5]

/** Whose people are of a region is told by their organization. */
export const demoRegions = [
  { id: demoId('Harbour'), name: 'Harbour', organization: 'Harbour Offices' },
  { id: demoId('Lindenhof'), name: 'Lindenhof', organization: 'Lindenhof Apartments' },
] as const

/** What a site of three houses can give access to and by. */
export const demoDirectory: Omit<Directory, 'version' | 'regions' | 'cardProfile'> = {
  groups: ['Residents', 'Office staff', 'Cleaning', 'Night shift', 'Visitors', 'Maintenance'].map(
    (name) => named(name, {}),
  ),
  resources: [
    named('Main entrance', { location: 'House A, ground floor' }),
    named('Staff entrance', { location: 'House A, courtyard' }),
    named('Reception lift', { location: 'House A' }),
    named('Server room', { location: 'House A, level 3' }),
    named('Garage gate', { location: 'House B, level −1' }),
    named('Bicycle store', { location: 'House B, courtyard' }),
    named('Meeting rooms 1–4', { location: 'House C, level 2' }),
    named('Loading dock', { location: 'House C, rear' }),
  ],
  resourceGroups: [
    named('Public doors', { description: 'Entrances and lifts for everybody', schedules: true }),
    named('Staff areas', { description: 'Staff entrance and meeting rooms', schedules: true }),
    named('Garage and bicycles', { description: 'House B, below and behind', schedules: true }),
    named('Technical rooms', { description: 'Server room, plant, risers', schedules: false }),
  ],
  schedules: [
    named('Office hours', { weekly: on(workdays, '07:00', '18:00') }),
    named('Cleaning hours', {
      weekly: [...on(workdays, '18:00', '22:00'), ...on([6], '08:00', '12:00')],
    }),
    named('Weekends', { weekly: on([6, 7], '08:00', '20:00') }),
  ],
}
