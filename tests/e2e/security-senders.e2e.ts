/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page must stand inside evaluate */
import { expect, test } from 'playwright/test'
import { askChannel } from '../../contracts/channels.ts'
import { type OpenDesk, makeProfile, openDesk } from './desk.ts'

/** Whoever is not the page of the window asks at the door, in ways that no page has. */
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

const refused = { ok: false, code: 'forbidden' }

test('the door answers nobody but the page of its own window', async () => {
  const answers = await desk.app.evaluate(async ({ BrowserWindow, app }) => {
    const [own] = BrowserWindow.getAllWindows()
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    async function asked(session: Electron.Session | undefined, url: string): Promise<unknown> {
      const where = session === undefined ? { partition: 'foreign' } : { session }
      const foreign = new BrowserWindow({
        show: false,
        webPreferences: { ...where, sandbox: true, preload },
      })
      await foreign.loadURL(url)
      const answer: unknown = await foreign.webContents.executeJavaScript('app.session.get()')
      foreign.destroy()
      return answer
    }
    return [
      await asked(undefined, 'data:text/html,foreign'),
      // With the very session, address and page of the window.
      await asked(own?.webContents.session, 'app://tapdesk/index.html'),
      await asked(own?.webContents.session, 'about:blank'),
    ]
  })
  expect(answers).toEqual([refused, refused, refused])
})

test('there is one door, and no other channel listens', async () => {
  const channels = await desk.app.evaluate(({ ipcMain, BrowserWindow }) => {
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return {
      asked: handlers instanceof Map ? [...handlers.keys()] : null,
      heard: ipcMain.eventNames(),
      ofTheWindow: contents?.ipc.eventNames(),
    }
  })
  // Electron's own, which does nothing: a message that is called so would otherwise throw.
  expect(channels).toEqual({ asked: [askChannel], heard: ['error'], ofTheWindow: ['error'] })
})

test('a frame within the page has no door, and one that asked would get no answer', async () => {
  await desk.page.evaluate(() => {
    for (const [nth, address] of ['about:blank', 'app://tapdesk/index.html'].entries()) {
      const frame = document.createElement('iframe')
      frame.id = `frame-${nth}`
      frame.src = address
      document.body.append(frame)
    }
  })
  await expect
    .poll(() =>
      desk.app.evaluate(
        ({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames.length,
      ),
    )
    .toBe(2)
  const answers = await desk.app.evaluate(async ({ ipcMain, BrowserWindow }, channel) => {
    const sender = BrowserWindow.getAllWindows()[0]?.webContents
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
    const answer: unknown = handlers instanceof Map ? handlers.get(channel) : null
    if (sender === undefined || typeof answer !== 'function') throw new Error('there is no door')
    const ask = async (senderFrame: Electron.WebFrameMain | null): Promise<unknown> =>
      (await answer({ sender, senderFrame }, 'session.get', undefined)) as unknown
    const { frames } = sender.mainFrame
    return {
      doors: await Promise.all(frames.map((frame) => frame.executeJavaScript('typeof app'))),
      origins: frames.map(({ origin }) => origin),
      shown: await Promise.all(frames.map((frame) => frame.executeJavaScript('document.title'))),
      frames: await Promise.all(frames.map(ask)),
      // A frame that went away while it was asking.
      none: await ask(null),
      page: await ask(sender.mainFrame),
    }
  }, askChannel)
  expect(answers.doors).toEqual(['undefined', 'undefined'])
  // An empty frame is of the page's own origin; what is loaded into one is not.
  expect(answers.origins).toEqual(['app://tapdesk', 'null'])
  expect(answers.shown).toEqual(['', ''])
  expect(answers.frames).toEqual([refused, refused])
  expect(answers.none).toEqual(refused)
  expect(answers.page).toMatchObject({ ok: true })
})

test('a page that took the place of the window’s own gets no answer', async () => {
  const load = (url: string) =>
    desk.app.evaluate(async ({ BrowserWindow }, address) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      try {
        await contents?.loadURL(address)
      } catch {
        return 'not loaded'
      }
      return (await contents?.executeJavaScript('app.session.get()')) as unknown
    }, url)
  // By the program itself, which no page can do; what no page should be is not even loaded then.
  expect(await load('data:text/html,elsewhere')).toBe('not loaded')
  expect(await load('file:///etc/passwd')).toBe('not loaded')
  expect(await load('https://example.test/')).toBe('not loaded')
  expect(await load('about:blank')).toEqual(refused)
  expect(await load('app://tapdesk/index.html')).toMatchObject({ ok: true })
})
