import { type DeskView, type View, isDesk } from './view.ts'

/** Where somebody was when the desk was locked: the page is loaded anew meanwhile, and told of it here. */
const name = 'before-lock'

type Place = {
  readonly screen: string
  /** Accessible name of the control that had the focus; empty for none. */
  readonly control: string
}

export function rememberPlace(view: View): void {
  const control = nameOf(document.activeElement)
  const place: Place = { screen: view.screen, control }
  sessionStorage.setItem(name, JSON.stringify(place))
}

export function screenBefore(): DeskView | null {
  const view = { screen: placeBefore()?.screen ?? '' }
  return isDesk(view) ? view : null
}

/** Brings the focus back once, if what had it is there again. */
export function returnFocus(): void {
  const control = placeBefore()?.control ?? ''
  sessionStorage.removeItem(name)
  if (control === '') return
  const all = document.querySelectorAll<HTMLElement>('main :is(input, select, textarea)')
  Array.from(all)
    .find((each) => nameOf(each) === control)
    ?.focus()
}

function placeBefore(): Place | null {
  const text = sessionStorage.getItem(name)
  return text === null ? null : JSON.parse(text)
}

/** Of a field; what stands in it is kept elsewhere. */
function nameOf(element: Element | null): string {
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  return isField ? (element.labels?.[0]?.textContent ?? '') : ''
}
