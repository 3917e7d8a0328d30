import { createOtherDesk } from './other-desk.ts'
import { expect, test } from './story.ts'

test('the form says beforehand what Send will do, and what is known already', async ({
  cloud,
  open,
}) => {
  const { front, page } = await open()
  await front.signIn(cloud.credentials)
  const form = page.getByRole('form', { name: 'Invite a new user' })

  await expect(front.send).toBeDisabled()
  await expect(form).toContainText('Choose a user role to send.')
  await front.fill({ role: 'Installer' })
  await expect(front.send).toBeEnabled()
  await expect(front.send).toHaveAccessibleDescription(
    'Without an email, the user is created at once.',
  )
  await expect(form).toContainText('Can sign in only once an email is given.')
  await front.field('Email').fill('elif.kaya@lindenhof.example')
  await expect(front.send).toHaveAccessibleDescription(
    'Sends an invitation to elif.kaya@lindenhof.example.',
  )
  await expect(form).not.toContainText('Can sign in only once')
  await expect(form).toContainText('Already invited: Elif Kaya.')
  await front.cardId.fill('3d 9a 4c 17')
  await expect(form).toContainText('This card is held by Bram van Dijk.')

  // A text field while there is nothing to suggest.
  const organization = form.getByLabel('Member of / organization')
  const suggested = () =>
    organization.evaluate((input) =>
      input instanceof HTMLInputElement
        ? [...(input.list?.options ?? [])].map(({ value }) => value)
        : [],
    )
  await organization.fill('li')
  await expect.poll(suggested).toEqual(['Lindenhof Apartments', 'Lift Service Union'])
  await expect(organization).toHaveRole('combobox')
  await organization.fill('linde')
  await expect.poll(suggested).toEqual(['Lindenhof Apartments'])

  await organization.press('Escape')
  await expect(front.button('Keep editing')).toBeFocused()
  await front.button('Discard').click()
  await expect(front.field('Email')).toHaveValue('')
  await expect(front.field('Email')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(front.button('Keep editing')).toHaveCount(0)

  await organization.fill('zen')
  await expect.poll(suggested).toEqual([])
  const elsewhere = await createOtherDesk(cloud)
  await elsewhere.create({ firstName: 'Zoe', organization: 'Zenith' })
  await front.syncNow()
  await expect.poll(suggested).toEqual(['Zenith'])
})

test('a card number is understood as it is written, or refused with the reason', async ({
  open,
}) => {
  const { front, page } = await open()
  await front.tryDemo()
  const form = page.getByRole('form', { name: 'Invite a new user' })
  const refused = async (typed: string, reason: string) => {
    await front.cardId.fill(typed)
    await front.field('Surface ID').focus()
    await expect(form).toContainText(reason)
    await expect(front.cardId).toHaveAttribute('aria-invalid', 'true')
  }

  await front.cardId.fill('04C4')
  await expect(front.cardId).toHaveAttribute('aria-invalid', 'false')
  await refused('04C4', 'Too short: a card number has at least 3 bytes.')
  await refused('04C43', '5 digits: hexadecimal has two for each byte.')
  await refused('04C43G', 'Only 0–9 and A–F, with spaces, “:” or “-” between them.')
  await refused('04C43BC21C2680AABBCCDD', 'Too long: a card number has at most 10 bytes.')
  for (const written of ['04:c4:3b:c2:1c:26:80', '04-C4-3B-C2-1C-26-80', ' 0x04c43bc21c2680 ']) {
    await front.cardId.fill(written)
    await expect(front.cardId).toHaveAttribute('aria-invalid', 'false')
    await front.decimal.check()
    await expect(front.cardId).toHaveValue('1341660845581952')
    await front.decimal.uncheck()
    await expect(front.cardId).toHaveValue('04C43BC21C2680')
  }

  await front.cardId.fill('80261CC23BC404')
  await front.decimal.check()
  await expect(front.cardId).toHaveValue('36070701978600452')
  await front.decimal.uncheck()
  await expect(front.cardId).toHaveValue('80261CC23BC404')
  await front.cardId.fill('0000ABCD')
  await front.decimal.check()
  await expect(front.cardId).toHaveValue('43981')
  await front.decimal.uncheck()
  await expect(front.cardId).toHaveValue('0000ABCD')
  await front.decimal.check()
  await refused('BC614E', 'A decimal number has only the digits 0–9. Is it hexadecimal?')
})

test('names in any script, long notes and pasted spaces arrive as they were meant', async ({
  cloud,
  open,
}) => {
  const { front, page } = await open()
  await front.signIn(cloud.credentials)
  const notes = 'Ohje käytävälle – 請按門鈴。\n'.repeat(300).slice(0, 4999).trimEnd()
  await front.fill({
    email: '  Оля <почта@пример.рф> ',
    role: 'User',
    firstName: '  Олександра 王小明 ',
    lastName: 'عمر  بن\u00a0سعيد',
    cardId: '\t04:C4:3B:C2:1C:26:80 ',
  })
  await front.field('Additional information').fill(`  ${notes}${'x'.repeat(5001)}`)
  await front.field('Surface ID').fill(' 0001880 ')
  await expect(page.getByText('Too long: at most 5000 characters.')).toBeVisible()
  await front.field('Additional information').fill(`  ${notes}\n`)
  await front.field('First name').press('Enter')
  await expect(front.row('почта@пример.рф')).toContainText('Олександра 王小明 عمر بن سعيد')
  await expect(front.sync).toContainText('Up to date')

  const desk = await createOtherDesk(cloud)
  expect(await desk.find('почта@пример.рф')).toMatchObject({
    firstName: 'Олександра 王小明',
    lastName: 'عمر بن سعيد',
    additionalInformation: notes,
    cardId: '04C43BC21C2680',
    surfaceId: '0001880',
  })
})
