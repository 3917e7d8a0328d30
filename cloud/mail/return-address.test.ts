import { expect, it } from 'vitest'
import { returnAddressAt, tokenIn } from './return-address.ts'

const token = 'ab'.repeat(16)

it('names the mail, and is read back in whatever case and company it comes', () => {
  const address = returnAddressAt(' bounces@desk.example ')?.(token) ?? ''
  expect(address).toBe(`bounces+${token}@desk.example`)
  for (const way of [address, address.toUpperCase(), `"x" <${address}>`]) {
    expect(tokenIn(way)).toBe(token)
  }
})

it.each([
  'bounces',
  'bounces@',
  '@desk.example',
  'a b@desk.example',
  `${'x'.repeat(40)}@desk.example`,
])('is not made of %j', (given) => expect(returnAddressAt(given)).toBeNull())

it.each(['bounces@desk.example', 'bounces+short@desk.example', `${token}@desk.example`])(
  'finds nothing in %s',
  (address) => expect(tokenIn(address)).toBeNull(),
)
