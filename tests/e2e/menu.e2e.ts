import type { ElectronApplication } from 'playwright'
import { expect, test } from './story.ts'

/** Chooses in the application's menu, by the labels that it shows. */
const choose = (app: ElectronApplication, ...labels: string[]) =>
  app.evaluate(({ BrowserWindow, Menu }, path) => {
    let items = Menu.getApplicationMenu()?.items ?? []
    let found: Electron.MenuItem | undefined
    for (const label of path) {
      found = items.find((each) => each.label.replace('&', '') === label)
      items = found?.submenu?.items ?? []
    }
    const [window] = BrowserWindow.getAllWindows()
    if (found === undefined) throw new Error(`no ${path.join(' → ')} in the menu`)
    found.click({}, window, window?.webContents)
  }, labels)

test.describe('the menu', () => {
  test('chooses theme and language, which the next start has from its first frame', async ({
    open,
    cloud,
  }) => {
    const { app, page, front, quit } = await open()
    await front.signIn(cloud.credentials)
    await choose(app, 'View', 'Theme', 'Dark')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await choose(app, 'View', 'Language', 'Suomi')
    await expect(page.locator('html')).toHaveAttribute('lang', /^fi/)
    await choose(app, 'Näytä', 'Suurenna')
    await choose(app, 'Näytä', 'Pienennä')
    await choose(app, 'Näytä', 'Pienennä')
    expect(await page.evaluate(() => window.devicePixelRatio)).toBeGreaterThanOrEqual(1)
    await quit()

    const again = await open()
    expect(await again.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
    await expect(again.page.locator('html')).toHaveAttribute('lang', /^fi/)
    await choose(again.app, 'Näytä', 'Kieli', 'English')
    await expect(again.page.locator('html')).toHaveAttribute('lang', /^en/)
  })

  test('and the window ask before they leave work that no cloud has', async ({ open, cloud }) => {
    const { app, page, front } = await open()
    await front.signIn(cloud.credentials)
    await cloud.stop()
    await front.fill({ role: 'User', firstName: 'Unsent' })
    await front.send.click()
    await expect(front.sync).toContainText('1')
    const asked = (answer: number) =>
      app.evaluate(({ dialog }, response) => {
        const said: string[] = []
        Object.assign(globalThis, { said })
        dialog.showMessageBox = (...given: unknown[]) => {
          said.push(JSON.stringify(given.at(-1)))
          return Promise.resolve({ response, checkboxChecked: false })
        }
      }, answer)

    await asked(0)
    await choose(app, 'File', 'Quit')
    await expect
      .poll(() => app.evaluate(() => Reflect.get(globalThis, 'said')))
      .toEqual([expect.stringContaining('1 change has not reached the cloud yet.')])
    await expect(front.send).toBeVisible()

    await asked(1)
    const gone = app.waitForEvent('close')
    await choose(app, 'File', 'Quit').catch(() => {})
    await gone
    expect(page.isClosed()).toBe(true)
  })
})
