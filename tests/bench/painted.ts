import { setTimeout as pause } from 'node:timers/promises'
import type { Locator } from 'playwright'

export type Expected = {
  /** Of what a person does. */
  readonly event: 'click' | 'keydown'
  /** What the element says then: this, something with this in it, or anything but this. */
  readonly says: 'this' | 'with' | 'other'
  readonly text: string
}

/** Between two things that a quick person does. */
const paceMs = 90

/**
 * Milliseconds from a press, by the time that the input event itself carries, to the end of the first frame in
 * which the element says what is expected.
 */
export async function painted(
  element: Locator,
  expected: Expected,
  press: () => Promise<void>,
): Promise<number> {
  // The page listens before anything is pressed.
  const armed = await element.evaluateHandle(arm, expected)
  await press()
  const ms = await armed.evaluate(({ done }) => done)
  await armed.dispose()
  await pause(paceMs)
  return ms
}

type Armed = { readonly done: Promise<number> }

/** Runs in the page. */
function arm(element: Element, { event, says, text }: Expected): Armed {
  const isSaid = () => {
    const said = element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')
    if (says === 'other') return said !== text
    return says === 'this' ? said === text : said.includes(text)
  }
  const done = new Promise<number>((resolve) => {
    const look = (since: number) => {
      if (!isSaid()) return void requestAnimationFrame(() => look(since))
      // A message that is posted in a frame arrives when that frame is drawn.
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve(performance.now() - since))
      port1.start()
      port2.postMessage(null)
    }
    const begin = ({ timeStamp }: Event) => void requestAnimationFrame(() => look(timeStamp))
    addEventListener(event, begin, { capture: true, once: true })
  })
  return { done }
}
