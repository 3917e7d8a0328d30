import { describe, expect, it } from 'vitest'
import { mayOpenOutside, mayOpenToSignIn } from './open-external.ts'

describe('links that may leave the program', () => {
  it.each(['https://example.test/a?b#c', 'HTTPS://EXAMPLE.TEST', 'mailto:a@example.test'])(
    'lets %s go',
    (url) => expect(mayOpenOutside(url)).toBe(true),
  )

  it.each([
    'http://example.test',
    'file:///etc/passwd',
    'file://host/share',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'blob:https://example.test/1',
    'smb://host/share',
    '\\\\host\\share',
    '//host/share',
    'ms-msdt:/id PCWDiagnostic',
    'ms-officecmd:{}',
    'search-ms:query=x',
    'vbscript:x',
    'app://tapdesk/index.html',
    'tapdesk://anything',
    'https://example.test@evil.test/',
    'https:',
    'C:\\Windows\\system32\\calc.exe',
    '',
    ' ',
  ])('keeps %j inside', (url) => expect(mayOpenOutside(url)).toBe(false))
})

describe('where the browser may go to sign somebody in', () => {
  it.each([
    'https://login.example.test/auth?x=y',
    'http://127.0.0.1:8080/auth',
    'http://localhost:8080/auth',
    'http://[::1]:8080/auth',
  ])('lets %s go', (url) => expect(mayOpenToSignIn(url)).toBe(true))

  it.each([
    'http://login.example.test/auth',
    'http://127.0.0.1.evil.test/',
    'http://127.0.0.1@evil.test/',
    'https://user@login.example.test/',
    'https://:secret@login.example.test/',
    'mailto:a@example.test',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-msdt:/id PCWDiagnostic',
    'tapdesk://anything',
    '',
  ])('keeps %j inside', (url) => expect(mayOpenToSignIn(url)).toBe(false))
})
