import type { Right } from '../../core/rights.ts'
import { demoId } from './demo-id.ts'

/** How the mail of a demo invitation fares; days and hours before now. */
export type DemoMail = {
  readonly state: 'sent' | 'refused'
  readonly reason?: string
  readonly sentDaysAgo?: number
  readonly openedHoursAgo?: number
}

export type DemoStanding = {
  readonly groups?: readonly string[]
  readonly rights?: readonly Right[]
  readonly mail?: DemoMail
}

const sent: DemoMail = { state: 'sent' }

function right(
  person: string,
  kind: Right['target']['kind'],
  target: string,
  more: Partial<Pick<Right, 'from' | 'until'>> & { readonly schedule?: string } = {},
): Right {
  return {
    id: demoId(`right of ${person} to ${target}`),
    target: { kind, id: demoId(target) },
    from: more.from ?? null,
    until: more.until ?? null,
    scheduleId: more.schedule ? demoId(more.schedule) : null,
  }
}

/** What became of the demo people since they were invited, by email or last name: every state once. */
export const demoStandings: Readonly<Record<string, DemoStanding>> = {
  Okonkwo: {
    groups: ['Office staff'],
    rights: [right('Okonkwo', 'resource-group', 'Staff areas', { schedule: 'Office hours' })],
  },
  'van Dijk': {
    groups: ['Night shift', 'Maintenance'],
    rights: [right('van Dijk', 'resource-group', 'Technical rooms')],
  },
  Popescu: {
    groups: ['Cleaning'],
    rights: [right('Popescu', 'resource-group', 'Staff areas', { schedule: 'Cleaning hours' })],
  },
  Lewandowski: { rights: [right('Lewandowski', 'resource', 'Reception lift')] },
  'aino.virtanen@northgate.example': {
    groups: ['Office staff'],
    mail: { ...sent, openedHoursAgo: 3 },
  },
  'j.mueller@lindenhof.example': {
    groups: ['Residents'],
    rights: [right('Müller', 'resource', 'Main entrance')],
    mail: sent,
  },
  'sofia.rossi@lindenhof.example': { groups: ['Residents'], mail: sent },
  'installer@fastlock.example': {
    mail: { state: 'refused', reason: '550 5.1.1 No such mailbox here' },
  },
  'nguyen.thi.lan@harbour.example': {
    groups: ['Office staff', 'Visitors'],
    rights: [right('Nguyen', 'resource-group', 'Public doors', { schedule: 'Office hours' })],
    mail: sent,
  },
  'omar.haddad@harbour.example': {
    rights: [right('Haddad', 'resource', 'Garage gate')],
    mail: { ...sent, sentDaysAgo: 20 },
  },
  'reception@harbour.example': { mail: { ...sent, openedHoursAgo: 1 } },
  'elif.kaya@lindenhof.example': { groups: ['Residents'], mail: sent },
}
