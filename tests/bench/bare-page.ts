import type { Locator, Page } from 'playwright'

/** The same without a program behind it: a field, a button that says something, and a table of words. */
export type BarePage = {
  readonly field: Locator
  readonly button: Locator
  /** Says how often the button was pressed. */
  readonly said: Locator
  remove(): Promise<void>
}

const rows = 100
const columns = 7

/** Laid over the page of a window; every press of the button writes another word into each cell. */
export async function layBarePage(page: Page): Promise<BarePage> {
  await page.evaluate(lay, { rows, columns })
  const bare = page.locator('#bare')
  return {
    field: bare.locator('input'),
    button: bare.locator('button'),
    said: bare.locator('p'),
    remove: () => bare.evaluate((layer) => layer.remove()),
  }
}

/** Runs in the page. */
function lay(size: { readonly rows: number; readonly columns: number }) {
  const layer = document.createElement('dialog')
  layer.id = 'bare'
  const [field, button, said, table] = [
    document.createElement('input'),
    document.createElement('button'),
    document.createElement('p'),
    document.createElement('table'),
  ]
  button.textContent = 'Bare'
  const cells = Array.from({ length: size.rows }, () => table.insertRow()).flatMap((row) =>
    Array.from({ length: size.columns }, () => row.insertCell()),
  )
  let pressed = 0
  button.addEventListener('click', () => {
    pressed += 1
    said.textContent = String(pressed)
    for (const [index, cell] of cells.entries()) cell.textContent = `Word ${pressed} of ${index}`
  })
  layer.append(field, button, said, table)
  document.body.append(layer)
  layer.showModal()
}
