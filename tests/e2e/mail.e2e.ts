import { createPictures } from '../support/pictures.ts'
import { linkIn } from '../support/smtp-sink.ts'
import { pendingTable } from './pending-table.ts'
import { expect, test } from './story.ts'
import { completeRegistration } from './visitor.ts'

test('somebody invited gets a mail, opens its link, registers, and is found under Users', async ({
  cloud,
  open,
  sink,
  visit,
}) => {
  const { front, page } = await open()
  await front.signIn(cloud.credentials)
  const email = 'marja@site.example'
  await front.fill({ email, role: 'User', firstName: 'Marja', cardId: '04C43BC21C2680' })
  await front.send.click()
  const mail = await sink.mailTo(email)
  expect([mail.from?.text, mail.subject]).toEqual([
    expect.stringContaining('Tapdesk'),
    expect.stringContaining('Demo site'),
  ])
  await front.comesIn(() => expect(front.row(email)).toContainText(/Sent/, { timeout: 500 }))

  const visitor = await visit(linkIn(mail))
  await expect(visitor.getByRole('heading', { name: 'Welcome to Demo site' })).toBeVisible()
  const pictures = await createPictures(visitor)
  expect(await pictures.take('registration')).toEqual([])
  await front.comesIn(() => expect(front.row(email)).toContainText('Page opened', { timeout: 500 }))
  await expect(front.row(email).getByTitle(/^The registration page was opened/)).toBeVisible()

  await completeRegistration(visitor, { firstName: 'Marja', lastName: 'Salo' })
  await front.comesIn(() => expect(front.row(email)).toHaveCount(0, { timeout: 500 }))
  await visitor.goto(linkIn(mail))
  await expect(visitor.getByRole('heading', { name: 'You are registered already' })).toBeVisible()
  expect(await pictures.take('registration-used')).toEqual([])

  await front.goTo('Users')
  await page.getByRole('searchbox', { name: 'Search users' }).fill('1341660845581952')
  const user = page.getByRole('table', { name: 'Users' }).getByRole('row').nth(1)
  await expect(user).toContainText(`Marja Salo${email}`)
  await expect(user).toContainText('Registered')
})

test('a mail that is refused says why, and goes out once the address is corrected', async ({
  cloud,
  open,
  sink,
}) => {
  const desk = await open()
  const { front } = desk
  const table = pendingTable(desk)
  await front.signIn(cloud.credentials)
  const [wrong, right] = ['mrja@site.example', 'marja@site.example']
  sink.refuse(wrong, 550, '5.1.1 Nobody of that name')
  await front.fill({ email: wrong, role: 'User', firstName: 'Marja' })
  await front.send.click()
  await front.comesIn(() =>
    expect(front.row(wrong)).toContainText('Address unknown', {
      timeout: 500,
    }),
  )

  await front.row(wrong).getByRole('button', { name: 'Not delivered: Address unknown' }).click()
  await expect(table.dialog).toContainText('Correct the email and send again.')
  await table.dialog.getByRole('textbox', { name: 'Email' }).fill(right)
  await table.answer('Resend')
  await sink.mailTo(right)
  await front.comesIn(() => expect(front.row(right)).toContainText(/Sent/, { timeout: 500 }))
  expect(sink.mails.flatMap(({ recipients }) => recipients)).toEqual([right])
})
