import { describe, expect, it } from 'vitest'
import { firstMissing, normalAddress } from './credentials.ts'

describe('firstMissing', () => {
  it('names the first empty field in the order of the form', () => {
    expect(firstMissing({ cloudUrl: ' ', email: '', password: 'x' })).toBe('cloudUrl')
    expect(firstMissing({ cloudUrl: 'a', email: 'b', password: '' })).toBe('password')
  })

  it('is content with three values', () => {
    expect(firstMissing({ cloudUrl: 'a', email: 'b', password: 'c' })).toBeNull()
  })
})

describe('normalAddress', () => {
  it.each([
    ['cloud.example.com', 'https://cloud.example.com'],
    [' cloud.example.com:8443 ', 'https://cloud.example.com:8443'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['HTTPS://Cloud.Example.com/', 'HTTPS://Cloud.Example.com/'],
  ])('reads %j as %j', (typed, address) => {
    expect(normalAddress(typed)).toBe(address)
  })
})
