/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page must stand inside evaluate */
import { expect, test } from 'playwright/test'
import { faceOf } from '../../contracts/face.ts'
import { ipc } from '../../contracts/ipc.ts'
import { type OpenDesk, makeProfile, openDesk } from './desk.ts'

/** Electron's security checklist: what the window is and what it is given. */
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

test('the window runs sandboxed, isolated and without Node', async () => {
  const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Not in the types, but the only way to see what really holds.
    const contents: object | undefined = window?.webContents
    const ask: unknown = Reflect.get(contents ?? {}, 'getLastWebPreferences')
    return typeof ask === 'function' ? (ask.call(contents) as unknown) : null
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  })
  const globals = await desk.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(globals).toEqual([])
})

test('the window is given the contract, frozen, and nothing else', async () => {
  const given = await desk.page.evaluate(() => {
    const groups = Object.entries(window.app)
    return {
      frozen: [window.app, ...Object.values(window.app)].every((each) => Object.isFrozen(each)),
      names: Object.fromEntries(
        groups.map(([group, entries]) => [group, Object.keys(entries).toSorted()]),
      ),
      kinds: [...new Set(groups.flatMap(([, entries]) => Object.values(entries)).map(typeOf))],
    }
    function typeOf(value: unknown) {
      return typeof value
    }
  })
  const expected = Object.entries(faceOf(ipc)).map(
    ([group, entries]) => [group, Object.keys(entries).toSorted()] as const,
  )
  expect(given).toEqual({
    frozen: true,
    names: Object.fromEntries(expected),
    kinds: ['function'],
  })
})

test('the page comes from app:// and nothing beside its files does', async () => {
  expect(await desk.page.evaluate(() => location.origin)).toBe('app://tapdesk')
  const statuses = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session
    const ask = async (url: string) => (await session?.fetch(url))?.status
    return {
      page: await ask('app://tapdesk/index.html'),
      outside: await ask('app://tapdesk/..%2fmain/index.js'),
      encoded: await ask('app://tapdesk/%2e%2e%2f%2e%2e%2fpackage.json'),
      absolute: await ask('app://tapdesk/%2fetc%2fpasswd'),
    }
  })
  expect(statuses).toEqual({ page: 200, outside: 404, encoded: 404, absolute: 404 })
})

test('a webview element is an empty word', async () => {
  const contents = await desk.page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.test/')
    document.body.append(view)
    const isPlain = !('getWebContentsId' in view)
    view.remove()
    return isPlain
  })
  expect(contents).toBe(true)
  expect(await desk.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(
    1,
  )
})

test('every permission is denied', async () => {
  const granted = await desk.page.evaluate(async () => {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    )
    const display = await navigator.mediaDevices.getDisplayMedia().then(
      () => 'granted',
      () => 'denied',
    )
    const place = await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        () => resolve('denied'),
      ),
    )
    const states = await Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    )
    const notices = await Notification.requestPermission()
    return [media, display, place, notices, ...states]
  })
  expect([...new Set(granted)]).toEqual(['denied'])
})

test('there are no developer tools and no reload', async () => {
  const state = await desk.app.evaluate(({ BrowserWindow, Menu }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.openDevTools()
    const roles = (items: Electron.MenuItem[]): string[] =>
      items.flatMap((item) => [item.role ?? '', ...roles(item.submenu?.items ?? [])])
    return {
      open: contents?.isDevToolsOpened(),
      roles: roles(Menu.getApplicationMenu()?.items ?? []).filter((role) =>
        /devtools|reload/i.test(role),
      ),
    }
  })
  expect(state).toEqual({ open: false, roles: [] })
})

test('what the window asks is read by the schema, and a refusal names the field', async () => {
  const answer = await desk.page.evaluate(() =>
    window.app.people.send({
      opId: '01890a5d-ac96-774b-bcce-b302099a8057',
      fields: {
        email: 'not an address',
        role: 'user',
        firstName: '',
        lastName: '',
        organization: '',
        additionalInformation: '',
        cardId: null,
        surfaceId: '',
      },
    }),
  )
  expect(answer).toEqual({ ok: false, code: 'malformed', field: 'fields.email' })
})
