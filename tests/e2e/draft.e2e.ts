import { expect, test } from './story.ts'

test.describe('what is typed', () => {
  test('survives the end of the program and is gone once it was sent', async ({ cloud, open }) => {
    const first = await open()
    await first.front.signIn(cloud.credentials)
    await first.front.fill({ role: 'User', firstName: 'Aino', cardId: '04:C4:3B:C2:1C:26:80' })
    await first.front.field('Last name').pressSequentially('Virta')
    // The draft is kept when typing rests; leaving the window keeps it at once.
    await first.page.evaluate(() => window.dispatchEvent(new Event('blur')))
    await expect
      .poll(() => first.page.evaluate(keptLastName), { message: 'the draft is kept' })
      .toBe('Virta')
    await first.kill()

    const second = await open()
    await expect(second.front.field('Last name')).toHaveValue('Virta')
    await expect(second.front.cardId).toHaveValue('04:C4:3B:C2:1C:26:80')
    await second.front.send.click()
    await expect(second.front.recentRow('Aino Virta')).toBeVisible()
    await second.kill()

    const third = await open()
    await expect(third.front.recentRow('Aino Virta')).toBeVisible()
    await expect(third.front.field('Last name')).toHaveValue('')
  })
})

async function keptLastName(): Promise<string | null> {
  const answer = await window.app.people.draft()
  return answer.ok ? (answer.value.draft?.lastName ?? null) : null
}
