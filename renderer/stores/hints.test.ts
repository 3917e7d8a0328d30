import { describe, expect, it } from 'vitest'
import { defaultCardProfile } from '../../core/card-profile.ts'
import { emptyDirectory } from '../../core/directory.ts'
import { form } from '../messages/en/form.ts'
import { emptyCard, typed } from './card-field.ts'
import { forgetDirectory, useDirectory } from './directory.ts'
import { hintSentences, hintsAbout } from './hints.ts'

const recordId = '01936a2f-0000-7000-8000-000000000001'

describe('hintsAbout', () => {
  it('asks about what is complete', () => {
    const card = typed(emptyCard, '04:c4:3b:c2')
    expect(
      hintsAbout({ email: ' Aino <aino@example.fi>', surfaceId: 'A-1' }, card, recordId),
    ).toEqual({
      email: 'aino@example.fi',
      cardId: '04C43BC2',
      surfaceId: null,
      except: recordId,
    })
  })

  it('does not ask about half an address or half a card number', () => {
    const asked = hintsAbout({ email: 'aino@', surfaceId: '' }, typed(emptyCard, '04C'), null)
    expect(asked).toEqual({ email: null, cardId: null, surfaceId: null, except: null })
  })

  it('asks about the printed number where the account does not leave it to people', () => {
    const surface = { kind: 'label', prefix: 'A-', digits: 4, next: '1' } as const
    const cardProfile = { ...defaultCardProfile, surface }
    useDirectory.setState({ directory: { ...emptyDirectory, cardProfile } })
    const asked = (surfaceId: string) => hintsAbout({ email: '', surfaceId }, emptyCard, null)
    expect(asked(' A-0001 ').surfaceId).toBe('A-0001')
    expect(asked(' ').surfaceId).toBeNull()
    forgetDirectory()
  })
})

describe('hintSentences', () => {
  it('names the person and, where it is another one, the account', () => {
    const elsewhere = { kind: 'elsewhere', name: 'Aino', account: 'Harbour' } as const
    const card = { recordId, name: 'Eino', role: 'user', likeness: 'same' } as const
    expect(hintSentences({ email: elsewhere, card, surface: card }, form.hints)).toEqual({
      email: 'Aino is a user in Harbour.',
      card: 'This card is held by Eino.',
      surface: 'This number is on the card of Eino.',
    })
  })

  it('says less of a card that only may be the same', () => {
    const sentence = (likeness: 'reversed' | 'may-be') =>
      hintSentences(
        { email: null, card: { recordId, name: 'Eino', role: 'user', likeness }, surface: null },
        form.hints,
      ).card
    expect(sentence('reversed')).toContain('May be the same card as Eino’s')
    expect(sentence('may-be')).toContain('one number is part of the other')
  })
})
