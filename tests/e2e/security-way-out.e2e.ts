/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page must stand inside evaluate */
import { createServer } from 'node:http'
import { expect, test } from 'playwright/test'
import { type OpenDesk, makeProfile, openDesk } from './desk.ts'

/** Electron's security checklist: foreign code does not get in, and nothing gets out. */
let desk: OpenDesk
let profile: Awaited<ReturnType<typeof makeProfile>>

test.beforeAll(async () => {
  profile = await makeProfile()
  desk = await openDesk({ profile: profile.folder })
  await desk.page.waitForLoadState('load')
})
test.afterAll(async () => {
  await desk.quit()
  await profile.remove()
})

test('code and styles that were not served with the page do not run', async () => {
  const ran = await desk.page.evaluate(async () => {
    const violated: string[] = []
    document.addEventListener('securitypolicyviolation', (event) =>
      violated.push(event.effectiveDirective),
    )
    const marks: string[] = []
    Object.assign(globalThis, { mark: (name: string) => marks.push(name) })
    const script = document.createElement('script')
    script.textContent = 'mark("script")'
    const box = document.createElement('div')
    document.body.append(script, box)
    box.innerHTML = '<img src="data:image/png;base64,x" onerror="mark(\'handler\')">'
    box.setAttribute('style', 'position: fixed')
    const style = document.createElement('style')
    style.textContent = 'body { outline: 1px solid red }'
    document.head.append(style)
    // As text: the browser's own debugging protocol, which tests come through, may always eval.
    Reflect.apply(setTimeout, globalThis, ['mark("eval")', 0])
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 10)))
    const seen = {
      position: getComputedStyle(box).position,
      outline: getComputedStyle(document.body).outlineStyle,
    }
    for (const each of [script, box, style]) each.remove()
    return { marks, seen, violated: [...new Set(violated)].toSorted() }
  })
  expect(ran.marks).toEqual([])
  expect(ran.seen).toEqual({ position: 'static', outline: 'none' })
  expect(ran.violated).toEqual(
    expect.arrayContaining([
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
    ]),
  )
})

test('the window reaches no network, not even this computer', async () => {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(request.url ?? '')
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const outcomes = await desk.page.evaluate(async (url) => {
    const refused = (name: string, attempt: Promise<unknown>) =>
      attempt.then(
        () => `${name} worked`,
        () => `${name} refused`,
      )
    const element = (tag: 'img' | 'iframe' | 'link', set: (made: HTMLElement) => void) =>
      new Promise((resolve, reject) => {
        const made = document.createElement(tag)
        made.addEventListener('load', resolve)
        made.addEventListener('error', reject)
        set(made)
        document.body.append(made)
        setTimeout(reject, 1000)
      })
    return Promise.all([
      refused('fetch', fetch(`${url}/fetch`)),
      refused(
        'image',
        element('img', (made) => made.setAttribute('src', `${url}/image`)),
      ),
      refused(
        'style',
        element('link', (made) => {
          made.setAttribute('rel', 'stylesheet')
          made.setAttribute('href', `${url}/style`)
        }),
      ),
      refused('module', import(`${url}/module.js`)),
      refused(
        'socket',
        new Promise((resolve, reject) => {
          const socket = new WebSocket(url.replace('http', 'ws'))
          socket.addEventListener('open', resolve)
          socket.addEventListener('error', reject)
        }),
      ),
      refused(
        'beacon',
        navigator.sendBeacon(`${url}/beacon`) ? Promise.resolve() : Promise.reject(new Error()),
      ),
    ])
  }, `http://127.0.0.1:${port}`)
  const blockedBelowCsp = await desk.app.evaluate(
    async ({ BrowserWindow }, url) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.session.fetch(url)
        .then(
          () => 'reached',
          () => 'blocked',
        ),
    `http://127.0.0.1:${port}/session`,
  )
  server.close()
  expect(
    outcomes.filter((outcome) => outcome.endsWith('worked') && !outcome.startsWith('beacon')),
  ).toEqual([])
  expect(blockedBelowCsp).toBe('blocked')
  expect(requests).toEqual([])
})

test('the window goes nowhere else', async () => {
  const before = desk.page.url()
  for (const target of [
    'https://example.test/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://other/',
  ]) {
    await desk.page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      document.body.append(link)
      link.click()
      link.remove()
      location.href = url
    }, target)
  }
  await desk.page.evaluate(() => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = '0; url=https://example.test/'
    document.head.append(meta)
  })
  // A navigation that were allowed would have destroyed this context.
  expect(await desk.page.evaluate(() => location.href)).toBe(before)
  expect(await desk.page.evaluate(() => typeof window.app)).toBe('object')
})

test('no second window opens, and only web and mail links leave the program', async () => {
  await desk.app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  const answers = await desk.page.evaluate(() =>
    [
      'https://example.test/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/x',
      'about:blank',
    ].map((url) => window.open(url) === null),
  )
  expect(answers).toEqual([true, true, true, true, true])
  const state = await desk.app.evaluate(({ BrowserWindow }) => ({
    windows: BrowserWindow.getAllWindows().length,
    opened: Reflect.get(globalThis, 'opened') as unknown,
  }))
  expect(state).toEqual({ windows: 1, opened: ['https://example.test/'] })
})
