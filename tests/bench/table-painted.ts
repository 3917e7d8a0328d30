import type { Page } from 'playwright'
import { openDesk } from '../e2e/desk.ts'
import { type BarePage, layBarePage } from './bare-page.ts'
import { painted } from './painted.ts'

export type TableTimes = {
  /** From the press on a page button to the frame that shows the 100 rows of that page. */
  readonly pages: number[]
  /** From a press to the frame that shows other words in a bare table of 100 rows. */
  readonly barePages: number[]
  /** From a key to the frame that shows its letter in the search field, while the list is searched. */
  readonly keys: number[]
  /** The same in a field that does nothing. */
  readonly bareKeys: number[]
}

const steps = ['Next', 'Next', 'Last', 'Previous', 'Previous', 'First', 'Next', 'Previous']
const sorts = ['Name', 'Email', 'Invite sent'] as const
const rounds = 3
const typed = ['mika salo', 'lundberg', 'orjan', 'company 77', 'zoe', 'hans.kor', '04000000']

/** On a profile whose desk holds the invitations; the built app, in its real window. */
export async function measureTable(profile: string): Promise<TableTimes> {
  const desk = await openDesk({ profile })
  try {
    const { page } = desk
    await page.getByRole('searchbox', { name: 'Search', exact: true }).waitFor()
    await page.getByRole('combobox', { name: 'Rows per page' }).first().selectOption('100')
    await page.getByRole('row').nth(100).waitFor()
    const pages = await turnPages(page)
    const keys = await typeSearches(page)
    const bare = await layBarePage(page)
    return { pages, keys, barePages: await pressBare(bare), bareKeys: await typeBare(page, bare) }
  } finally {
    await desk.kill()
  }
}

async function turnPages(page: Page): Promise<number[]> {
  const pager = page.getByRole('navigation', { name: 'Pages, above the table' })
  const range = pager.locator('.pager-range')
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const sort of sorts) {
      await page.getByRole('columnheader', { name: sort }).getByRole('button').click()
      await pager
        .getByRole('button', { name: 'Last page' })
        .and(page.locator('[aria-disabled=false]'))
        .waitFor()
      for (const step of steps) {
        const text = (await range.textContent()) ?? ''
        const button = pager.getByRole('button', { name: `${step} page` })
        const turned = { event: 'click', says: 'other', text } as const
        times.push(await painted(range, turned, () => button.click()))
      }
    }
  }
  return times
}

async function typeSearches(page: Page): Promise<number[]> {
  const field = page.getByRole('searchbox', { name: 'Search', exact: true })
  const times: number[] = []
  for (const words of typed) {
    await field.focus()
    times.push(...(await typeInto(page, field, words)))
    await page.keyboard.press('Escape')
  }
  return times
}

async function typeInto(page: Page, field: BarePage['field'], words: string): Promise<number[]> {
  const times: number[] = []
  for (const [index, letter] of Array.from(words).entries()) {
    const text = words.slice(0, index + 1)
    const shown = { event: 'keydown', says: 'this', text } as const
    times.push(await painted(field, shown, () => page.keyboard.press(letter)))
  }
  return times
}

async function pressBare({ button, said }: BarePage): Promise<number[]> {
  const times: number[] = []
  for (let press = 1; press <= steps.length * sorts.length; press += 1) {
    const shown = { event: 'click', says: 'this', text: String(press) } as const
    times.push(await painted(said, shown, () => button.click()))
  }
  return times
}

async function typeBare(page: Page, { field }: BarePage): Promise<number[]> {
  const times: number[] = []
  for (const words of typed) {
    await field.fill('')
    await field.focus()
    times.push(...(await typeInto(page, field, words)))
  }
  return times
}
