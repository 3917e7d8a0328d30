import type { ParkedRow } from '../../../core/pending-page.ts'
import type { Remedy } from '../../../core/remedy.ts'
import { type Role, mayInviteByEmail } from '../../../core/role.ts'

export type RemedyWord =
  | 'mine'
  | 'theirs'
  | 'again'
  | 'deleteAnyway'
  | 'deleteAgain'
  | 'anew'
  | 'withoutIt'
  | 'withoutGroup'
  | 'withoutEmail'
  | 'withoutCard'
  | Role

export type RemedyOffer = { readonly remedy: Remedy; readonly word: RemedyWord }

const again = (word: RemedyWord): RemedyOffer => ({ remedy: { kind: 'again' }, word })

/** What helps an entry with one press, by its cause. Editing and giving up are offered beside it. */
export function remedyOffers({ problem, method }: ParkedRow, by: Role): readonly RemedyOffer[] {
  // What happens to a card is no wish about the fields: it is done anew from the person's cards.
  if (method === 'card') return []
  switch (problem.code) {
    case 'conflict.field':
      return [again('mine'), { remedy: { kind: 'theirs' }, word: 'theirs' }]
    case 'stale':
      return [again(method === 'delete' ? 'deleteAnyway' : 'again')]
    case 'restored':
      return [again('deleteAgain')]
    case 'gone':
      return method === 'grant' || method === 'delete' ? [] : [again('anew')]
    case 'role.forbidden':
      return method === 'create' || method === 'update'
        ? problem.allowed.map((role) => ({ remedy: { kind: 'role', role }, word: role }))
        : []
    case 'group.gone':
      return [again('withoutGroup')]
    case 'resource.gone':
    case 'schedule.gone':
      return [again('withoutIt')]
    case 'email.taken':
    case 'email.other-role':
    case 'email.forbidden':
      return [{ remedy: { kind: 'without-email' }, word: 'withoutEmail' }]
    case 'card.refused':
    case 'card.taken':
      return mayInviteByEmail(by) && method !== 'move-card'
        ? [{ remedy: { kind: 'without-card' }, word: 'withoutCard' }]
        : []
    // A newer version of either side may take it.
    case 'schema':
    case 'key.reuse':
    case 'forbidden':
      return [again('again')]
    case 'registered':
    case 'region.required':
    case 'region.gone':
    case 'region.forbidden':
    case 'card.required':
    case 'card.step':
    case 'client.bug':
      return []
  }
}

/** Whether the form can help: it holds a person's fields and nothing else. */
export function isEditable({ method, problem }: ParkedRow): boolean {
  if (method === 'delete' || method === 'grant') return false
  return problem.code !== 'forbidden' && problem.code !== 'client.bug'
}
