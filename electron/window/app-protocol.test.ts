import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileWithin, serveFile, toldPlaceholder } from './app-protocol.ts'
import { noncePlaceholder } from './content-security-policy.ts'

let root: string
let folder: string

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'app-protocol-'))
  folder = path.join(root, 'renderer')
  await mkdir(path.join(folder, 'assets'), { recursive: true })
  await writeFile(path.join(root, 'secret.js'), 'secret')
  await mkdir(path.join(root, 'renderer-other'))
  await writeFile(path.join(root, 'renderer-other', 'a.js'), 'other')
  const page = `<meta content="${toldPlaceholder}"><script nonce="${noncePlaceholder}"></script>`
  await writeFile(path.join(folder, 'index.html'), page)
  await writeFile(path.join(folder, 'assets', 'a.js'), 'let a')
  await writeFile(path.join(folder, 'assets', 'a.map'), '{}')
})
afterEach(() => rm(root, { recursive: true }))

const served = (url: string, told: unknown = null) => serveFile(url, folder, () => told)

/** As a browser reads an attribute. */
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

describe('app://', () => {
  it('serves files of the window with their type', () => {
    const answer = served('app://tapdesk/assets/a.js')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['Content-Type']).toBe('text/javascript; charset=utf-8')
    expect(answer.headers['X-Content-Type-Options']).toBe('nosniff')
    expect(answer.data.toString()).toBe('let a')
  })

  it('gives every load of the page its own nonce, in the page and in the policy', () => {
    const nonces = [1, 2].map(() => {
      const answer = served('app://tapdesk/index.html')
      const policy = answer.headers['Content-Security-Policy'] ?? ''
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(answer.data.toString()).toContain(`<script nonce="${nonce}"></script>`)
      return nonce
    })
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/)
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it('allows nothing that the policy does not name, no inline code and no connections', () => {
    const policy = served('app://tapdesk/index.html').headers['Content-Security-Policy'] ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(policy).not.toMatch(/https?:|\*/)
  })

  it.each([
    'app://tapdesk/../secret.js',
    'app://tapdesk/%2e%2e/secret.js',
    'app://tapdesk/..%2fsecret.js',
    'app://tapdesk/assets/..%2f..%2fsecret.js',
    'app://tapdesk/..%5csecret.js',
    'app://tapdesk/%2fetc/passwd',
    'app://tapdesk/..%2frenderer-other/a.js',
    'app://tapdesk//secret.js',
    'app://tapdesk/assets/a.js%00.html',
    'app://tapdesk/%zz',
    'app://tapdesk/%252e%252e/secret.js',
    'app://tapdesk/..%252fsecret.js',
    'app://tapdesk/%c0%ae%c0%ae/secret.js',
    'app://tapdesk/assets\\..\\..\\secret.js',
    'app://tapdesk/..%5c..%5csecret.js',
    'app://tapdesk/C:/Windows/a.js',
    'app://tapdesk/C:%5cWindows%5ca.js',
    'app://tapdesk/%2f%2fserver/share/a.js',
    'app://tapdesk/%5c%5cserver%5cshare%5ca.js',
    'app://tapdesk/%00/secret.js',
    'app://tapdesk/index.html%00',
    'app://tapdesk/index.html::$DATA',
    'app://tapdesk:80/index.html',
    'app://user@tapdesk.evil/index.html',
    'app://tapdesk/assets',
    'app://tapdesk/assets/a.map',
    'app://tapdesk/missing.js',
    'app://tapdesk/',
    'app://other/index.html',
    'file:///etc/passwd',
    'nonsense',
  ])('answers %s with 404 and nothing else', (url) => {
    const answer = served(url)
    expect(answer.statusCode).toBe(404)
    expect(answer.data.toString()).toBe('')
  })

  it('tells the page a value that cannot leave its attribute', () => {
    const told = { name: '"><script>$& tapdesk-told &amp; tapdesk-nonce' }
    const page = served('app://tapdesk/index.html', told).data.toString()
    const content = /<meta content="([^"]*)">/.exec(page)?.[1] ?? ''
    expect(content).not.toMatch(/[<>"]/)
    expect(JSON.parse(unescaped(content))).toEqual(told)
  })

  it('never names a file outside the folder', () => {
    const steps = ['..', '%2e%2e', '.', 'assets', '%2f', '..%2f', '%5c..']
    const ways = steps.flatMap((a) => steps.flatMap((b) => steps.map((c) => `${a}/${b}/${c}`)))
    const files = ways.map((way) => fileWithin(`app://tapdesk/${way}/x.js`, folder))
    const outside = files.filter((file) => file !== null && !file.startsWith(folder + path.sep))
    expect(outside).toEqual([])
    expect(files.filter((file) => file !== null).length).toBeGreaterThan(0)
  })
})
