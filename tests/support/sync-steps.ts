import { type Wishing, wishKinds } from './desk-wishes.ts'
import type { FaultyWay } from './faulty-way.ts'
import type { Randomness } from './randomness.ts'
import { type SimulatedCloud, idOfGroup } from './simulated-cloud.ts'
import type { SimulatedDesk } from './simulated-desk.ts'

/** One thing that happens in the life of a desk. Chance within it comes from `dice`, so that it stands alone. */
export type Step = { readonly kind: keyof typeof moves; readonly dice: number }

type World = {
  readonly desk: SimulatedDesk
  readonly cloud: SimulatedCloud
  readonly way: FaultyWay
  readonly dice: Randomness
}

/** Returns whether it was something that a person at the desk did. */
export function take(step: Step, world: World): boolean {
  moves[step.kind](world)
  return wishKinds.some((kind) => kind === step.kind)
}

const hourMs = 3_600_000
const nudges = ['online', 'resumed', 'sync-now', 'focus'] as const
const someone = ({ cloud, dice }: World) => dice.pick(cloud.living())?.id ?? ''
const wish =
  (kind: keyof Wishing) =>
  ({ desk }: World) =>
    desk.wish(kind)

const moves = {
  create: wish('create'),
  change: wish('change'),
  'change-card': wish('change-card'),
  delete: wish('delete'),
  'delete-held': wish('delete-held'),
  undo: wish('undo'),
  'move-card': wish('move-card'),
  'undo-move': wish('undo-move'),
  'card-step': wish('card-step'),
  grant: wish('grant'),
  resend: wish('resend'),
  decide: wish('decide'),
  round: ({ desk }: World) => void desk.round(),
  /** Others, straight in the cloud. */
  'others-edit': (world: World) => {
    const { cloud, dice } = world
    const set = dice.chance(0.5) ? 'organization' : 'firstName'
    cloud.edit(someone(world), { [set]: `Other ${dice.below(5)}` })
  },
  'others-erase': (world: World) => world.cloud.erase(someone(world)),
  /** They belong to others for a while. */
  'send-away': (world: World) => world.cloud.sendAway(someone(world)),
  'bring-back': ({ cloud, dice }: World) => cloud.bringBack(dice.pick(cloud.away()) ?? ''),
  register: (world: World) => world.cloud.register(someone(world)),
  'add-group': ({ cloud }: World) => cloud.addGroup(idOfGroup(0)),
  'deliver-late': ({ way }: World) => way.deliverLate(),
  nudge: ({ desk, dice }: World) => desk.engine().nudge(dice.pick(nudges)),
  'forget-feed': ({ cloud, dice }: World) => {
    if (dice.chance(0.3)) cloud.forgetFeed()
  },
  'sign-in': ({ way, dice }: World) => way.setSignedIn(dice.chance(0.7)),
  pause: ({ desk, dice }: World) => desk.engine().setPaused(dice.chance(0.3)),
  crash: ({ desk }: World) => desk.crash(),
  'wall-clock': ({ desk, dice }: World) => {
    desk.time.wallMs += (dice.next() - 0.5) * 20 * 24 * hourMs
  },
  'long-sleep': ({ desk, dice }: World) => {
    desk.time.monotonicMs += dice.next() * 26 * hourMs
  },
} as const

const kinds = {
  create: 3,
  change: 2,
  'change-card': 2,
  delete: 1,
  'delete-held': 1,
  undo: 2,
  'move-card': 2,
  'undo-move': 1,
  grant: 1,
  resend: 1,
  decide: 2,
  round: 12,
  'others-edit': 2,
  'others-erase': 1,
  'send-away': 1,
  'bring-back': 2,
  'card-step': 3,
  register: 2,
  'add-group': 1,
  'deliver-late': 1,
  nudge: 1,
  'forget-feed': 1,
  'sign-in': 1,
  pause: 1,
  crash: 1,
  'wall-clock': 1,
  'long-sleep': 1,
} as const satisfies Readonly<Record<Step['kind'], number>>

/** Each kind as often as it is likely. */
export const stepKinds = weighted(kinds)

function weighted<Kind extends string>(weights: Readonly<Record<Kind, number>>): [Kind, ...Kind[]] {
  const all: Kind[] = []
  for (const kind in weights) for (let n = 0; n < weights[kind]; n += 1) all.push(kind)
  const [first, ...rest] = all
  if (first === undefined) throw new Error('no kinds')
  return [first, ...rest]
}
