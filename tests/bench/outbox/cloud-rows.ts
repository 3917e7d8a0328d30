import type { PersonFields } from '../../../core/person.ts'
import { nobody } from '../../../core/person.ts'

/** People who are handed a card at a desk: no mail goes out, so that only rows are measured. */
export function personWithCard(n: number): PersonFields {
  return {
    ...nobody,
    firstName: 'Person',
    lastName: `Number ${n}`,
    organization: `Company ${n % 500}`,
    cardId: `04${(n + 1).toString(16).padStart(12, '0')}`.toUpperCase(),
  }
}

/** The bytes of a batch of creations, as a desk sends them. */
export function batchOf(items: readonly { readonly id: string; readonly fields: PersonFields }[]) {
  const wire = items.map(({ id, fields }) => ({
    opId: id,
    method: 'create',
    recordId: id,
    fields,
  }))
  return JSON.stringify({ items: wire })
}
