import { type PrintRule, type PrintTake, printTake } from '../../../core/card/learn.ts'
import {
  type CardProfile,
  type SurfaceRule,
  cardStyle,
  surfaceRule,
} from '../../../core/card-profile.ts'

/** A profile as it stands on the page: numbers are text until they can be read. */
export type ProfileForm = {
  readonly order: CardProfile['cardId']['order']
  readonly base: CardProfile['cardId']['base']
  readonly separator: CardProfile['cardId']['separator']
  readonly width: string
  readonly kind: SurfaceRule['kind']
  readonly rendering: PrintRule['rendering']
  /** A part that was learned stays as it is; everything else is told by `add` and `length`. */
  readonly part: Extract<PrintTake, { kind: 'part' }> | null
  readonly add: string
  readonly length: string
  readonly prefix: string
  readonly digits: string
  readonly next: string
  readonly allowRandom: boolean
  readonly allowPartial: boolean
}

export type NumberField = 'width' | 'add' | 'length' | 'digits' | 'next'

export function formOf({ cardId, surface, policy }: CardProfile): ProfileForm {
  const { width, ...style } = cardId
  const numbers = { width: shown(width), prefix: '', digits: '4', next: '1' }
  const form = { ...style, ...policy, ...numbers, ...plainRule, kind: surface.kind }
  switch (surface.kind) {
    case 'typed':
    case 'ndef':
      return form
    case 'label': {
      const { prefix, digits, next } = surface
      return { ...form, prefix, digits: digits.toString(), next }
    }
    case 'printed':
      return { ...form, ...formOfRule(surface.rule) }
  }
}

/** The fields of a rule that was learned, or that the account has. */
export function formOfRule({ rendering, take }: PrintRule) {
  const rule = { ...plainRule, kind: 'printed' as const, rendering }
  switch (take.kind) {
    case 'all':
      return rule
    case 'padded':
      return { ...rule, length: shown(take.width) }
    case 'part':
      return { ...rule, part: take }
    case 'offset':
      return { ...rule, add: take.add, length: shown(take.width) }
  }
}

/** What can be saved, or the fields that cannot be read. */
export function profileOf(form: ProfileForm): CardProfile | readonly NumberField[] {
  const { order, base, separator, allowRandom, allowPartial } = form
  const cardId = cardStyle.safeParse({ order, base, separator, width: count(form.width) })
  const surface = surfaceRule.safeParse(ruleOf(form))
  if (cardId.success && surface.success) {
    return { cardId: cardId.data, surface: surface.data, policy: { allowRandom, allowPartial } }
  }
  return [...(cardId.success ? [] : (['width'] as const)), ...(surface.success ? [] : faults(form))]
}

const plainRule = {
  rendering: 'decimal.reversed',
  part: null,
  add: '',
  length: '',
} as const

function ruleOf(form: ProfileForm) {
  const { kind, prefix, next, rendering } = form
  if (kind === 'label') return { kind, prefix, digits: count(form.digits), next: next.trim() }
  return kind === 'printed' ? { kind, rule: { rendering, take: takeOf(form) } } : { kind }
}

function takeOf({ part, add, length }: ProfileForm) {
  if (part !== null) return part
  const width = count(length)
  if (add.trim() !== '') return { kind: 'offset', add: add.trim(), width }
  return width === 0 ? { kind: 'all' } : { kind: 'padded', width }
}

function faults(form: ProfileForm): readonly NumberField[] {
  if (form.kind === 'label') {
    const { digits, next } = form
    const rule = { kind: 'label', prefix: '', digits: 1, next: '1' }
    const reads = (more: object) => surfaceRule.safeParse({ ...rule, ...more }).success
    return [
      ...(reads({ digits: count(digits) }) ? [] : (['digits'] as const)),
      ...(reads({ next: next.trim() }) ? [] : (['next'] as const)),
    ]
  }
  const addReads = printTake.safeParse(takeOf({ ...form, length: '' })).success
  return addReads ? ['length'] : ['add']
}

/** NaN where it is no number, which no schema takes; nothing is 0. */
function count(text: string): number {
  const bare = text.trim()
  return /^\d*$/.test(bare) ? Number(bare) : Number.NaN
}

function shown(width: number): string {
  return width === 0 ? '' : width.toString()
}
