import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { definedEnvironment, electronPath, processId, startArguments } from './desk.ts'
import { expectOnce } from './exactly-once.ts'
import { expect, test } from './story.ts'

test('a second start brings the first window to the front and ends', async ({ open, profile }) => {
  const { app, page } = await open()
  const brought = app.evaluate(({ app: electronApp, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.blur()
    return new Promise<boolean>((resolve) => {
      electronApp.once('second-instance', () => {
        if (window?.isFocused()) resolve(true)
        else window?.once('focus', () => resolve(true))
      })
    })
  })
  const second = spawn(electronPath(), startArguments(profile), {
    env: definedEnvironment(),
    stdio: 'ignore',
  })
  expect(await once(second, 'exit')).toEqual([0, null])
  expect(await brought).toBe(true)
  expect(app.windows()).toHaveLength(1)
  await expect(page.getByRole('form', { name: 'Sign in' })).toBeVisible()
})

test('a window whose process dies comes back to the same desk', async ({ open }) => {
  const { app, front } = await open()
  await front.tryDemo()
  // Playwright gives a page up whose process died; main does not.
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const back = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)))
    contents?.forcefullyCrashRenderer()
    return back
  })
  const text = () =>
    app.evaluate(({ BrowserWindow }): Promise<unknown> | undefined =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    )
  await expect.poll(text).toContain('Invite a new user')
})

test('a data process that dies while Send is pressed loses nothing and doubles nothing', async ({
  cloud,
  open,
}) => {
  const { app, front } = await open()
  await front.signIn(cloud.credentials)
  await front.fill({ role: 'User', firstName: 'Phoenix' })
  process.kill(await processId(app, 'Tapdesk data'), 'SIGKILL')
  await front.send.click()
  await expect(front.recentRow('Phoenix')).toContainText('Saved on this computer')

  await front.signInAgain(cloud.demo.password)
  await expect(front.recentRow('Phoenix')).toContainText('In the cloud')
  expectOnce(cloud.evidence, 'Phoenix')
})
