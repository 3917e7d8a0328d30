import { type Locator, type Page, expect } from 'playwright/test'

export type Person = {
  readonly email?: string
  readonly role: string
  readonly firstName?: string
  readonly lastName?: string
  readonly cardId?: string
}

/** What a person at the desk sees and does, by role and accessible name. */
export function frontDesk(page: Page) {
  const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true })
  const role = page.getByRole('combobox', { name: 'User role' })
  const table = page.getByRole('table', { name: 'Pending invitations' })
  return {
    field,
    cardId: field('Card ID'),
    send: page.getByRole('button', { name: 'Send', exact: true }),
    reader: page.getByRole('region', { name: 'Reader' }),
    sync: page.getByRole('region', { name: 'Sync' }),
    table,
    row: (text: string): Locator => table.getByRole('row').filter({ hasText: text }),
    recent: page.getByRole('region', { name: 'Sent just now' }),

    signIn: async (cloud: { url: string; email: string; password: string }) => {
      await field('Cloud address').fill(cloud.url)
      await field('Email').fill(cloud.email)
      await page.getByLabel('Password').fill(cloud.password)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
    },

    tryDemo: async () => {
      await page.getByRole('button', { name: 'Try it with the built-in cloud' }).click()
      await expect(page.getByText('Demo – nothing leaves this computer')).toBeVisible()
    },

    fill: async (person: Person) => {
      if (person.email !== undefined) await field('Email').fill(person.email)
      await role.selectOption({ label: person.role })
      if (person.firstName !== undefined) await field('First name').fill(person.firstName)
      if (person.lastName !== undefined) await field('Last name').fill(person.lastName)
      if (person.cardId !== undefined) await field('Card ID').fill(person.cardId)
    },
  }
}
export type FrontDesk = ReturnType<typeof frontDesk>
