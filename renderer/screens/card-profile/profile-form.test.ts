import { describe, expect, it } from 'vitest'
import type { PrintTake } from '../../../core/card/learn.ts'
import {
  type CardProfile,
  type SurfaceRule,
  defaultCardProfile,
} from '../../../core/card-profile.ts'
import { formOf, profileOf } from './profile-form.ts'

const rule = (take: PrintTake): SurfaceRule => ({
  kind: 'printed',
  rule: { rendering: 'decimal.reversed', take },
})
const surfaces: readonly SurfaceRule[] = [
  { kind: 'typed' },
  { kind: 'ndef' },
  { kind: 'label', prefix: 'A-', digits: 4, next: '0120' },
  rule({ kind: 'all' }),
  rule({ kind: 'padded', width: 10 }),
  rule({ kind: 'part', digits: 6, dropped: 1 }),
  rule({ kind: 'offset', add: '-25', width: 0 }),
  rule({ kind: 'offset', add: '1000', width: 8 }),
]

const cardId = { order: 'reversed', base: 'decimal', width: 10, separator: ':' } as const

describe('the page of the card profile', () => {
  it.each(surfaces)('saves what it shows: %j', (surface) => {
    const policy = { allowRandom: true, allowPartial: false }
    const profile: CardProfile = { cardId, surface, policy }
    expect(profileOf(formOf(profile))).toEqual(profile)
  })

  const form = formOf(defaultCardProfile)
  it.each([
    [{ width: 'ten' }, ['width']],
    [{ width: '26' }, ['width']],
    [{ kind: 'label', digits: '0' }, ['digits']],
    [{ kind: 'label', next: '1,5' }, ['next']],
    [{ kind: 'label', digits: '', next: '' }, ['digits', 'next']],
    [{ kind: 'printed', add: '1.5' }, ['add']],
    [{ kind: 'printed', length: '99' }, ['length']],
    [{ kind: 'printed', add: '5', length: 'x' }, ['length']],
  ] as const)('says which field of %j cannot be read', (part, fields) => {
    expect(profileOf({ ...form, ...part })).toEqual(fields)
  })
})
