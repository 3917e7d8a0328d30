import { temporaryFolder } from '../support/cloud.ts'
import { createLooks } from './looks.ts'
import { expect, test } from './story.ts'

test('a Regional Admin is invited for a region, sees its people alone, and nobody without one', async ({
  cloud,
  open,
}) => {
  const desk = await open()
  const { front, page } = desk
  const { look } = await createLooks(desk)
  await front.signIn(cloud.credentials)
  const region = page.getByRole('combobox', { name: 'Region' })
  await expect(region).toHaveCount(0)
  await front.fill({ email: 'noor@harbour.example', role: 'Regional Admin', firstName: 'Noor' })
  await front.send.click()
  await expect(page.getByText('Choose the region of this Regional Admin.')).toBeVisible()
  await expect(region).toBeFocused()
  await look('region-asked')
  await expect(region.getByRole('option')).toHaveText(['Choose a region', 'Harbour', 'Lindenhof'])
  await region.selectOption({ label: 'Harbour' })
  await front.send.click()
  await expect(front.row('noor@harbour.example')).toContainText('Regional Admin · Harbour')
  await expect(front.sync).toContainText('Up to date')

  const regional = await cloud.account.member('regional-admin')
  const there = await open({ profile: temporaryFolder('profile') })
  await there.front.signIn({ url: cloud.url, ...regional })
  await expect(there.front.row('noor@harbour.example')).toBeVisible()
  await expect(there.front.row('elif.kaya@lindenhof.example')).toHaveCount(0)
  await there.front.fill({ email: 'sam@harbour.example', role: 'Regional Admin' })
  await expect(there.page.getByText('For your own region, Harbour.')).toBeVisible()
  await expect(there.page.getByRole('combobox', { name: 'Region' })).toHaveCount(0)

  await cloud.account.takeRegion(regional.email)
  await there.front.comesIn(async () => {
    await expect(there.page.getByText('Nobody has given you a region yet')).toBeVisible()
    await expect(there.front.row('noor@harbour.example')).toHaveCount(0, { timeout: 100 })
  })
  const looks = await createLooks(there)
  await looks.look('region-none')
})
