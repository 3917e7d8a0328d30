import { expect, test } from './story.ts'

/** Accessible names are an interface: tests and screen readers find everything by them. */
test('sign-in and desk are called what they have always been called', async ({ open }) => {
  const { front, page } = await open()
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - form "Sign in":
        - heading "Sign in" [level=1]
        - textbox "Cloud address"
        - textbox "Email"
        - textbox "Password"
        - button "Sign in"
      - button "Try it with the built-in cloud"
  `)
  await front.tryDemo()
  await expect(page.getByRole('form', { name: 'Invite a new user' })).toMatchAriaSnapshot(`
    - form "Invite a new user":
      - heading "Invite a new user" [level=2]
      - group "Mandatory fields":
        - textbox "Email"
        - combobox "User role":
          - option "Choose a role" [selected]
          - option "User"
          - option "Account Admin"
          - option "Regional Admin"
          - option "Installer"
      - group "Optional information":
        - textbox "First name"
        - textbox "Last name"
        - combobox "Member of / organization"
        - textbox "Additional information"
      - group "Optional card information":
        - checkbox "Decimal"
        - textbox "Card ID"
        - textbox "Surface ID"
      - button "Send" [disabled]
      - button "Discard changes"
  `)
  const columns = [
    'Name',
    'Email',
    'User Group',
    'Role',
    'Invite sent',
    'State',
    'Actions',
    'Delete',
  ]
  for (const column of columns) {
    await expect(front.table.getByRole('columnheader', { name: column, exact: true })).toBeVisible()
  }
  const row = front.row('elif.kaya@lindenhof.example')
  const actions = ['Resend', 'Add to a user group', 'Give new rights', 'Copy link', 'Delete']
  for (const action of actions) {
    await expect(row.getByRole('button', { name: action, exact: true })).toBeVisible()
  }
  await expect(page.getByRole('searchbox', { name: 'Search', exact: true })).toBeVisible()
  for (const place of ['above', 'below']) {
    const pages = page.getByRole('navigation', { name: `Pages, ${place} the table` })
    await expect(pages.getByRole('combobox', { name: 'Rows per page' })).toBeVisible()
    await expect(pages).toContainText('1 – 8 of 8')
  }
})
