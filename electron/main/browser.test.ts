import { expect, it, vi } from 'vitest'
import { createBrowser } from './browser.ts'

const browserWith = (openExternal: (url: string) => Promise<void>) =>
  createBrowser({ shell: { openExternal }, focus: () => {} })

it('opens an address of the web and nothing that could start a program', async () => {
  const openExternal = vi.fn<(url: string) => Promise<void>>(() => Promise.resolve())
  const browser = browserWith(openExternal)
  expect(await browser.open({ url: 'https://login.example/auth?a=b' })).toEqual({ ok: true })
  for (const url of ['file:///etc/passwd', 'ms-msdt:/id', 'mailto:a@b.example', 'x']) {
    expect(await browser.open({ url })).toMatchObject({ ok: false, code: 'not-opened' })
  }
  expect(openExternal.mock.calls).toEqual([['https://login.example/auth?a=b']])
})

it('says so when the system has no browser', async () => {
  const browser = browserWith(() => Promise.reject(new Error('no application')))
  expect(await browser.open({ url: 'https://login.example/' })).toMatchObject({
    code: 'not-opened',
  })
})
