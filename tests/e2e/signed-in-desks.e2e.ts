import { signInDesk } from '../support/cloud-desk.ts'
import { signInsAt } from '../support/cloud-sign-ins.ts'
import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

test.describe('the signed-in desks', () => {
  test('are seen, and signed out one by one; this one keeps what it has not sent', async ({
    cloud,
    open,
  }) => {
    const other = await signInDesk(cloud.url, cloud.demo)
    const signIns = signInsAt(cloud.url)
    const desk = await open()
    const { page, front } = desk
    const { look, resize } = await createLooks(desk)
    await resize(1280, 800)
    await front.signIn(cloud.credentials)
    await page.getByRole('button', { name: /^Account of / }).click()
    await front.button('Signed-in desks').click()

    const own = page.getByRole('table', { name: 'Your desks' }).getByRole('row')
    const members = page.getByRole('table', { name: /^Members of / }).getByRole('row')
    await expect(own).toHaveCount(3)
    await expect(own.filter({ hasText: 'This desk' })).toHaveCount(1)
    await expect(members.filter({ hasText: 'Demo Person' })).toHaveCount(2)
    // Words are to be read in a row that is pointed at, too.
    await own.filter({ hasText: 'This desk' }).hover()
    await look('signed-in-desks')
    await front.button('Sign out at Test desk').click()
    await look('signed-in-desks-sure')
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await expect(own).toHaveCount(2)
    await expect(members).toHaveCount(2)
    expect(await signIns.endOf(other)).toEqual(['token.invalid', 'revoked'])
    await front.goTo('Audit log')
    const entries = page.getByRole('table', { name: 'Audit log' }).getByRole('row')
    await expect(entries.nth(1)).toContainText(/Signed out by others.*Demo Person.*Test desk/)

    const elsewhere = await signInDesk(cloud.url, cloud.demo)
    await signIns.revoke(elsewhere, null)
    await front.goTo('User invitations')
    await front.sendPerson({ role: 'User', firstName: 'Ylva' })
    await expect(page.getByLabel('Password')).toBeVisible()
    await front.signInAgain(cloud.credentials.password)
    await expect(front.sync).toContainText('Up to date')
    expect(cloud.evidence.people('Ylva')).toHaveLength(1)
  })
})
