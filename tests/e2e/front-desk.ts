import { type Locator, type Page, expect } from 'playwright/test'

export type Person = {
  readonly email?: string
  readonly role: string
  readonly firstName?: string
  readonly lastName?: string
  readonly cardId?: string
}

type Credentials = { readonly url: string; readonly email: string; readonly password: string }

/** What a person at the desk sees and does, by role and accessible name. */
export function frontDesk(page: Page) {
  const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true })
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true })
  const role = page.getByRole('combobox', { name: 'User role' })
  const table = page.getByRole('table', { name: 'Pending invitations' })
  const sync = page.getByRole('region', { name: 'Sync' })
  const send = button('Send')
  const account = page.getByRole('button', { name: /^Account of / })

  const recentRow = (name: string): Locator =>
    page
      .getByRole('region', { name: 'Sent just now' })
      .getByRole('listitem')
      .filter({ hasText: name })

  async function fill(person: Person) {
    if (person.email !== undefined) await field('Email').fill(person.email)
    await role.selectOption({ label: person.role })
    if (person.firstName !== undefined) await field('First name').fill(person.firstName)
    if (person.lastName !== undefined) await field('Last name').fill(person.lastName)
    if (person.cardId !== undefined) await field('Card ID').fill(person.cardId)
  }

  async function syncNow() {
    await sync.getByRole('button').first().click()
    await button('Sync now').click()
    await page.keyboard.press('Escape')
  }

  return {
    field,
    button,
    role,
    cardId: field('Card ID'),
    /** The question that a further card asks. */
    offer: (uid: string): Locator =>
      page.getByRole('group', { name: `Replace Card ID by the card just tapped, ${uid}?` }),
    decimal: page.getByRole('checkbox', { name: 'Decimal' }),
    send,
    reader: page.getByRole('region', { name: 'Reader' }),
    sync,
    table,
    row: (text: string): Locator => table.getByRole('row').filter({ hasText: text }),
    recent: page.getByRole('region', { name: 'Sent just now' }),
    recentRow,
    attention: page.getByRole('region', { name: 'Needs attention' }),
    /** The sentence that says what went wrong. */
    alert: page.getByRole('alert'),

    /** Fills the form and presses "Sign in"; what comes of it is not waited for. */
    trySignIn: async ({ url, email, password }: Credentials) => {
      await field('Cloud address').fill(url)
      await field('Email').fill(email)
      await page.getByLabel('Password').fill(password)
      await button('Sign in').click()
    },

    signIn: async ({ url, email, password }: Credentials) => {
      await field('Cloud address').fill(url)
      await field('Email').fill(email)
      await page.getByLabel('Password').fill(password)
      await button('Sign in').click()
      await expect(send).toBeVisible()
      await expect(sync).toContainText('Up to date')
    },

    /** Without a keyring the sign-in does not outlive the program: the desk asks for the password. */
    signInAgain: async (password: string) => {
      await page.getByLabel('Password').fill(password)
      await button('Sign in').click()
      await expect(page.getByLabel('Password')).toBeHidden()
    },

    tryDemo: async () => {
      await button('Try it with the built-in cloud').click()
      await expect(page.getByText('Demo – nothing leaves this computer')).toBeVisible()
    },

    fill,

    /** Fills the form and sends it; afterwards it is ready for the next person. */
    sendPerson: async (person: Person & { readonly firstName: string }) => {
      await fill(person)
      await send.click()
      await expect(recentRow(person.firstName)).toBeVisible()
      await expect(field('First name')).toHaveValue('')
    },

    workOffline: async (on: boolean) => {
      await account.click()
      await page.getByRole('checkbox', { name: 'Work offline' }).setChecked(on)
      await page.keyboard.press('Escape')
    },

    /** To another account of the same person. */
    switchAccount: async (name: string) => {
      await account.click()
      await page.getByRole('combobox', { name: 'Account' }).selectOption({ label: name })
      await expect(page.getByRole('banner')).toContainText(name)
      await page.keyboard.press('Escape')
    },

    signOut: async () => {
      await account.click()
      await button('Sign out').click()
      await expect(button('Sign in')).toBeVisible()
    },

    goTo: (screen: 'Users' | 'User invitations' | 'Desk log' | 'Audit log') =>
      page.getByRole('link', { name: screen, exact: true }).click(),

    syncNow,

    /** What happens elsewhere reaches the desk when it asks: it asks until it is so. */
    comesIn: (isSo: () => Promise<void>) =>
      expect(async () => {
        await syncNow()
        await isSo()
      }).toPass({ intervals: [100, 250, 500], timeout: 20_000 }),
  }
}
export type FrontDesk = ReturnType<typeof frontDesk>
