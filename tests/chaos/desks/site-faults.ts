import type { Fault } from '../../support/fault-proxy.ts'
import type { Randomness } from '../../support/randomness.ts'

type Named = readonly [name: string, fault: Fault]

const faults: readonly [Named, ...Named[]] = [
  ['reset', { kind: 'reset' }],
  ['applied, answer lost', { kind: 'applied-then-reset' }],
  ['twice', { kind: 'twice' }],
  ['late', { kind: 'late' }],
  ['no results', { kind: 'retold', how: () => [] }],
  ['results turned round', { kind: 'retold', how: (results) => results.toReversed() }],
  ['server error', { kind: 'reply', status: 500 }],
  ['busy', { kind: 'reply', status: 503, headers: { 'retry-after': '1' } }],
  ['a page of a network', { kind: 'reply', status: 200, type: 'text/html', body: '<html>' }],
]

/** Something that networks and servers do, each as often as the others. */
export const pickFaults = (dice: Randomness): Named => dice.pick(faults)
