import { describe, expect, it } from 'vitest'
import type { PersonFields } from '../../core/person.ts'
import { fieldsOf, merge } from './merge.ts'

const base: PersonFields = {
  email: 'ada@example.com',
  role: 'user',
  firstName: 'Ada',
  lastName: 'Lovelace',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
  regionId: null,
}

describe('merge', () => {
  it('goes onto the newer version when others changed other fields', () => {
    const theirs = { ...base, organization: 'Analytical Engines' }
    expect(merge({ firstName: 'Augusta' }, base, theirs)).toEqual({ kind: 'mine' })
  })

  it('names every field that others set to something else', () => {
    const theirs = { ...base, firstName: 'Anna', cardId: '1C78F2BF', surfaceId: '7' }
    const set = {
      firstName: 'Augusta',
      cardId: '04C43BC21C2680',
      surfaceId: '7',
      organization: 'X',
    }
    expect(merge(set, base, theirs)).toEqual({ kind: 'conflict', fields: ['firstName', 'cardId'] })
  })

  it('has nothing left to do when others wanted the same', () => {
    expect(merge({ firstName: 'Anna' }, base, { ...base, firstName: 'Anna' })).toEqual({
      kind: 'same',
    })
  })

  it('takes off a card only if nobody gave another one meanwhile', () => {
    const before = { ...base, cardId: '1C78F2BF' }
    expect(merge({ cardId: null }, before, { ...before, lastName: 'King' }).kind).toBe('mine')
    expect(merge({ cardId: null }, before, { ...before, cardId: '04C43BC21C2680' }).kind).toBe(
      'conflict',
    )
  })

  it('decides nothing by itself when the base is not known', () => {
    expect(merge({ firstName: 'Augusta' }, null, base).kind).toBe('conflict')
  })
})

describe('fieldsOf', () => {
  it('counts null and empty text as set, undefined as not', () => {
    expect(fieldsOf({ cardId: null, surfaceId: '', firstName: undefined })).toEqual([
      'cardId',
      'surfaceId',
    ])
  })
})
