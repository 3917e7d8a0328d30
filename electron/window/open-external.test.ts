import { describe, expect, it } from 'vitest'
import { mayOpenOutside } from './open-external.ts'

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
