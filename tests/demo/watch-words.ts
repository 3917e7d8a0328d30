import type { Page } from 'playwright'

/** Notes every text that the line beside Send shows from now on; the answer lists them in their order. */
export async function watchWords(page: Page): Promise<() => Promise<string[]>> {
  const notes = await page.evaluateHandle(() => {
    const seen: string[] = []
    const line = document.querySelector('.form-sent')
    const note = () => {
      const text = line?.textContent ?? ''
      if (text !== '' && text !== seen.at(-1)) seen.push(text)
    }
    const options = { subtree: true, childList: true, characterData: true }
    if (line !== null) new MutationObserver(note).observe(line, options)
    return seen
  })
  return () => notes.jsonValue()
}
