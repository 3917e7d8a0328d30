import { describe, expect, it } from 'vitest'
import { parseCloudAddress } from './address.ts'

describe('parseCloudAddress', () => {
  it.each([
    ['cloud.example.com', 'https://cloud.example.com'],
    ['  https://cloud.example.com/  ', 'https://cloud.example.com'],
    ['HTTPS://Cloud.Example.com', 'https://cloud.example.com'],
    ['cloud.example.com:8443', 'https://cloud.example.com:8443'],
    ['cloud.example.com/desk//', 'https://cloud.example.com/desk'],
    ['münchen.example', 'https://xn--mnchen-3ya.example'],
    ['localhost:3000', 'http://localhost:3000'],
    ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['[::1]:3000', 'http://[::1]:3000'],
    ['https://localhost:3000', 'https://localhost:3000'],
    ['http://192.168.1.20:3000', 'http://192.168.1.20:3000'],
    ['http://desk-server:3000', 'http://desk-server:3000'],
    ['192.168.1.20', 'https://192.168.1.20'],
  ])('takes %s as %s', (typed, url) => {
    expect(parseCloudAddress(typed)).toEqual({ ok: true, value: url })
  })

  it.each([
    '',
    '   ',
    'https://',
    'two words',
    'ftp://cloud.example.com',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:secret@cloud.example.com',
    'https://cloud.example.com/?a=1',
    'https://cloud.example.com/#top',
    'cloud.example.com:99999',
    'http://cloud.example.com',
    'http://10.0.0.1.example.com',
    'http://172.32.0.1',
  ])('refuses %j', (typed) => {
    expect(parseCloudAddress(typed)).toMatchObject({ ok: false, code: 'bad-address' })
  })
})
