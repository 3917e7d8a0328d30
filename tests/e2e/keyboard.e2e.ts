import { expect, test } from './story.ts'

test('everything from sign-in to Send can be done without a mouse', async ({ cloud, open }) => {
  const { front, page } = await open()
  const { keyboard } = page
  const typeIntoEach = async (...texts: string[]) => {
    for (const text of texts) {
      await keyboard.type(text, { delay: 50 })
      await keyboard.press('Tab')
    }
  }

  await expect(front.field('Cloud address')).toBeFocused()
  await typeIntoEach(cloud.url, cloud.demo.email)
  await keyboard.type(cloud.demo.password, { delay: 50 })
  await keyboard.press('Enter')

  await expect(front.field('Email')).toBeFocused()
  await typeIntoEach('keys@example.com', 'Inst', 'Kea', 'Board', 'Northgate', 'no mouse')
  // The checkbox stands in the line of its label, before the field.
  await keyboard.press('Tab')
  await expect(front.cardId).toBeFocused()
  await typeIntoEach('04c43bc21c2680', '0001880')
  await expect(front.send).toBeFocused()
  await keyboard.press('Enter')

  await expect(front.row('keys@example.com')).toContainText(/In the cloud|Sent/)
  await expect(front.field('Email')).toBeFocused()
  expect(cloud.evidence.people('Kea')).toMatchObject([
    { email: 'keys@example.com', role: 'installer', cardId: '04C43BC21C2680' },
  ])

  await keyboard.type('half')
  await keyboard.press('Escape')
  await expect(front.button('Keep editing')).toBeFocused()
  await keyboard.press('Enter')
  await expect(front.field('Email')).toHaveValue('half')
  await expect(front.field('Email')).toBeFocused()
})

test('what fails to be sent leads the cursor to the field at fault', async ({ open }) => {
  const { front, page } = await open()
  await front.tryDemo()
  await front.fill({ email: 'not an address', role: 'User' })
  await front.send.click()
  await expect(front.field('Email')).toBeFocused()
  await expect(page.getByText('This is not an email address.')).toBeVisible()
  await expect(front.field('Email')).toHaveAttribute('aria-invalid', 'true')
})

test('a row is found, acted upon and left again by keys alone', async ({ open }) => {
  const { front, page } = await open()
  await front.tryDemo()
  await expect(front.row('elif.kaya@lindenhof.example')).toBeVisible()
  const { keyboard } = page
  const focused = page.locator(':focus')
  const tabTo = async (name: string) => {
    for (let left = 20; left > 0; left--) {
      await keyboard.press('Tab')
      if ((await focused.getAttribute('aria-label')) === name) return
    }
    throw new Error(`no Tab leads to ${name}`)
  }

  await keyboard.press('Control+f')
  await keyboard.type('elif')
  await expect(front.table.getByRole('row')).toHaveCount(2)
  await tabTo('Select Elif Kaya')
  await tabTo('Add to a user group')
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add to a user group' })
  await expect(dialog.getByRole('searchbox')).toBeFocused()
  await keyboard.type('visit')
  await keyboard.press('Tab')
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('1 person added to the user group.')).toBeVisible()
  await expect(focused).toHaveAccessibleName('Add to a user group')
  await expect(front.row('Elif Kaya')).toContainText('Visitors')

  await keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toContainText('Go to Email')
  await keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  await expect(focused).toHaveAccessibleName('Add to a user group')
})
