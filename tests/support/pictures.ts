import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'
import { layoutFaults } from './layout.ts'

const folder = path.resolve(import.meta.dirname, '../../test-results/pictures')
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

declare const axe: { run: (root: Document, options: object) => Promise<AxeResults> }

/** Looks at the window in the light and the dark scheme. `shoot` takes a picture (PNG). */
export async function createPictures(
  page: Page,
  shoot: () => Promise<Buffer> = () => page.screenshot(),
) {
  const axeSource = await readFile(axeFile, 'utf8')
  await mkdir(folder, { recursive: true })

  async function complaints(): Promise<string[]> {
    await page.evaluate(axeSource)
    const { violations } = await page.evaluate((runOnly) => axe.run(document, { runOnly }), rules)
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
    return [...found, ...(await page.evaluate(layoutFaults))]
  }

  return {
    /** Writes `name-light.png` and `name-dark.png`; returns what is wrong with it, by scheme. */
    async take(name: string): Promise<string[]> {
      const found: string[] = []
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await writeFile(path.join(folder, `${name}-${colorScheme}.png`), await shoot())
        found.push(...(await complaints()).map((line) => `${name}, ${colorScheme}: ${line}`))
      }
      return found
    },
  }
}
