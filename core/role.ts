import { z } from 'zod'

/** The four roles of the service; "Multi-Account" is a person with an admin role in several accounts. */
export const role = z.enum(['user', 'account-admin', 'regional-admin', 'installer'])
export type Role = z.infer<typeof role>

/** What a role may do in an account: the cloud decides by it, the desk explains with it. */
type Powers = {
  /** Roles it may give; it also changes and deletes only people of these. Empty: no desk at all. */
  readonly gives: readonly Role[]
  /** Which people it sees: all, those of its region (nobody when it has none), those it enrolled itself. */
  readonly sees: 'account' | 'region' | 'own' | 'nobody'
  /** Invite by email, send again, copy a link. */
  readonly invites: boolean
  /** Give groups and rights. */
  readonly grants: boolean
  readonly deletes: boolean
  readonly imports: boolean
  /** Take a card from one person and give it to another. */
  readonly movesCards: boolean
  /** Block, replace and lend the cards of a person, and take them back. */
  readonly tendsCards: boolean
  /** Decide for the whole account how its cards are read. */
  readonly setsCards: boolean
  /** Say of which region somebody is; whom the others make is of their own. */
  readonly choosesRegion: boolean
  /** Read who did what with which card, at any desk, as far as it sees the people. */
  readonly readsLog: boolean
  /** Read who did what in the whole account. */
  readonly readsAudit: boolean
  /** See where the members of the account are signed in, and end that. */
  readonly revokesDesks: boolean
}

const powers: Readonly<Record<Role, Powers>> = {
  'account-admin': {
    gives: ['user', 'account-admin', 'regional-admin', 'installer'],
    sees: 'account',
    invites: true,
    grants: true,
    deletes: true,
    imports: true,
    movesCards: true,
    tendsCards: true,
    setsCards: true,
    choosesRegion: true,
    readsLog: true,
    readsAudit: true,
    revokesDesks: true,
  },
  'regional-admin': {
    gives: ['user', 'regional-admin', 'installer'],
    sees: 'region',
    invites: true,
    grants: true,
    deletes: true,
    imports: false,
    movesCards: true,
    tendsCards: true,
    setsCards: false,
    choosesRegion: false,
    readsLog: true,
    readsAudit: false,
    revokesDesks: false,
  },
  // Hands out cards: creates users without email, and only with a card.
  installer: {
    gives: ['user'],
    sees: 'own',
    invites: false,
    grants: false,
    deletes: false,
    imports: false,
    movesCards: false,
    tendsCards: false,
    setsCards: false,
    choosesRegion: false,
    readsLog: false,
    readsAudit: false,
    revokesDesks: false,
  },
  user: {
    gives: [],
    sees: 'nobody',
    invites: false,
    grants: false,
    deletes: false,
    imports: false,
    movesCards: false,
    tendsCards: false,
    setsCards: false,
    choosesRegion: false,
    readsLog: false,
    readsAudit: false,
    revokesDesks: false,
  },
}

/** The roles that `by` may give to a person it invites or creates; empty for those without a desk. */
export function rolesGivenBy(by: Role): readonly Role[] {
  return powers[by].gives
}

/** Whether `by` may change a person of the role `of`, apart from whether it sees that person. */
export function mayChangeRole(by: Role, of: Role): boolean {
  return powers[by].gives.includes(of)
}

/** Inviting by email, sending an invitation again, copying its link. Others create users with a card. */
export function mayInviteByEmail(by: Role): boolean {
  return powers[by].invites
}

export function mayGrant(by: Role): boolean {
  return powers[by].grants
}

export function mayDelete(by: Role): boolean {
  return powers[by].deletes
}

export function mayImport(by: Role): boolean {
  return powers[by].imports
}

export function maySetCardProfile(by: Role): boolean {
  return powers[by].setsCards
}

export function mayReadLog(by: Role): boolean {
  return powers[by].readsLog
}

export function mayReadAudit(by: Role): boolean {
  return powers[by].readsAudit
}

export function mayRevokeDesks(by: Role): boolean {
  return powers[by].revokesDesks
}

export function mayTendCards(by: Role): boolean {
  return powers[by].tendsCards
}

export function mayMoveCards(by: Role): boolean {
  return powers[by].movesCards
}

/** Whether a person with this role may sign in at a desk. */
export function mayUseDesk(by: Role): boolean {
  return powers[by].gives.length > 0
}

/** Whether the person sees every record of the account or only the ones they made themselves. */
export function seesOnlyOwn(by: Role): boolean {
  return powers[by].sees === 'own'
}

export function seesOnlyRegion(by: Role): boolean {
  return powers[by].sees === 'region'
}

/** Whoever sees only a region has to be of one. */
export const needsRegion = seesOnlyRegion

export function mayChooseRegion(by: Role): boolean {
  return powers[by].choosesRegion
}

/** One login serves several accounts as User in each of them, and nothing else. */
export function mayShareLogin(given: Role, elsewhere: readonly Role[]): boolean {
  return elsewhere.length === 0 || [given, ...elsewhere].every((each) => each === 'user')
}
