import { processId } from './desk.ts'
import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

test('the window serves small screens, large zoom, slow disks and calm eyes, in both languages', async ({
  open,
}) => {
  // Many pictures, each looked at by axe in both schemes.
  test.slow()
  const desk = await open()
  const { page, front } = desk
  const { look, resize, zoom } = await createLooks(desk)
  await resize(1280, 800)
  await front.tryDemo()
  await expect(front.row('elif.kaya@lindenhof.example')).toBeVisible()
  const data = await processId(desk.app, 'Tapdesk data')
  process.kill(data, 'SIGSTOP')
  await page.reload()
  await expect(page.getByText('Reading the list …')).toBeVisible()
  await look('loading')
  process.kill(data, 'SIGCONT')
  await expect(front.row('elif.kaya@lindenhof.example')).toBeVisible()

  for (const factor of [1.5, 2]) {
    await zoom(factor)
    await look(`zoom-${factor * 100}`)
  }
  await front.goTo('Users')
  await look('zoom-200-users')
  await zoom(1)
  await resize(1920, 1080)
  await look('wide-users')
  await resize(1024, 700)
  await look('small-users')
  await page.getByRole('button', { name: 'Edit Ines Okonkwo' }).click()
  await look('small-users-edit')
  await page.keyboard.press('Escape')

  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await page.evaluate(slowest)).toBeLessThanOrEqual(0.001)

  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('Suomi')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Käyttäjäkutsut' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Elif Kaya' })
  await expect(row).toBeVisible()
  await look('small-finnish')
  await row.getByRole('button', { name: 'Anna uusia oikeuksia' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await look('small-finnish-rights')
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Valitse kaikki tällä sivulla' }).check()
  await page.getByRole('table').scrollIntoViewIfNeeded()
  await look('small-finnish-selection')
  await resize(1920, 1080)
  await look('wide-finnish')
})

/** The longest that anything moves, in seconds. */
function slowest(): number {
  const durations = [...document.querySelectorAll('*')].flatMap((element) => {
    const { animationDuration, transitionDuration } = getComputedStyle(element)
    return `${animationDuration}, ${transitionDuration}`.split(', ').map(Number.parseFloat)
  })
  return Math.max(...durations)
}
