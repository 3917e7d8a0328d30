import type { Desk } from './story.ts'

/** The table of pending invitations and what can be done to its rows. */
export function pendingTable({ page, front }: Pick<Desk, 'page' | 'front'>) {
  const dialog = page.getByRole('dialog')
  return {
    dialog,
    action: (row: string, name: string) =>
      front.row(row).getByRole('button', { name, exact: true }),
    answer: (name: string) => dialog.getByRole('button', { name, exact: true }).click(),
    /** By its main button, not by the cross. */
    close: () => dialog.getByText('Close', { exact: true }).click(),
    search: page.getByRole('searchbox', { name: 'Search', exact: true }),
    bulk: page.getByRole('group', { name: 'Selected invitations' }),
    selectPage: page.getByRole('checkbox', { name: 'Select all on this page' }),
    pages: (place: 'above' | 'below') =>
      page.getByRole('navigation', { name: `Pages, ${place} the table` }),
    sorted: (name: string) => front.table.getByRole('columnheader', { name }),
  }
}
