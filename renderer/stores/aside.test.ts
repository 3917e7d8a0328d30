import { beforeEach, describe, expect, it } from 'vitest'
import { mostAside } from '../../core/draft.ts'
import { beginWith, mayBeginAnother, nameOfAside, takeUp } from './aside.ts'
import { typed } from './card-field.ts'
import { changeCard, emptyForm, setValue, tapCard, useForm } from './form.ts'

const tap = (uid: string) => ({ uid, atr: '', reader: 'Reader', ndefText: null })
const state = () => useForm.getState()

beforeEach(() => {
  emptyForm()
  useForm.setState({ aside: [], sending: false })
})

describe('a new person with this card', () => {
  it('takes the card into an empty form, and sets nothing aside', () => {
    beginWith(tap('1C78F2BF'))
    expect(state()).toMatchObject({ card: { text: '1C78F2BF' }, aside: [] })
  })

  it('sets aside what was begun, under its op id and with its card, and forgets the offer', () => {
    setValue('firstName', 'Aino')
    changeCard((card) => typed(card, '04C43BC21C2680'))
    tapCard(tap('1C78F2BF'))
    const { opId } = state()
    beginWith(tap('1C78F2BF'))
    expect(state()).toMatchObject({ values: { firstName: '' }, card: { text: '1C78F2BF' } })
    expect(state().opId).not.toBe(opId)
    expect(state().aside).toMatchObject([
      { opId, values: { firstName: 'Aino' }, card: { text: '04C43BC21C2680', offer: null } },
    ])
  })

  it('changes places with what was set aside, and back, and nothing is lost', () => {
    setValue('firstName', 'Aino')
    const { opId: aino } = state()
    beginWith(tap('1C78F2BF'))
    setValue('firstName', 'Bo')
    const { opId: bo } = state()
    takeUp(aino)
    expect(state()).toMatchObject({ opId: aino, values: { firstName: 'Aino' } })
    expect(state().aside.map(nameOfAside)).toEqual(['Bo'])
    takeUp(bo)
    expect(state()).toMatchObject({ opId: bo, card: { text: '1C78F2BF' } })
    expect(state().aside.map(nameOfAside)).toEqual(['Aino'])
  })

  it('keeps what was set aside when the form is sent or discarded', () => {
    setValue('firstName', 'Aino')
    beginWith(tap('1C78F2BF'))
    emptyForm()
    expect(state().aside.map(nameOfAside)).toEqual(['Aino'])
  })

  it('waits while the form is on its way, and where too many wait already', () => {
    setValue('firstName', 'Aino')
    useForm.setState({ sending: true })
    beginWith(tap('1C78F2BF'))
    expect(state().values.firstName).toBe('Aino')
    useForm.setState({ sending: false })
    for (let n = 0; n < mostAside; n += 1) {
      beginWith(tap('1C78F2BF'))
      setValue('firstName', `Number ${n}`)
    }
    expect(mayBeginAnother(state())).toBe(false)
    beginWith(tap('04C43BC21C2680'))
    expect(state().card.text).toBe('1C78F2BF')
  })
})
