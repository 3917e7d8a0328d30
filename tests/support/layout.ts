/* What a person sees at a glance and axe does not look for. Runs in the page. */

/** Words that are cut although they name something, and content that is wider than its window. */
export function layoutFaults(): string[] {
  const faults: string[] = []
  for (const box of document.querySelectorAll('body, main, dialog[open]')) {
    if (box.scrollWidth > box.clientWidth) faults.push(`wider than its window: ${box.tagName}`)
  }
  for (const name of document.querySelectorAll('th, button, label, legend, h1, h2, h3')) {
    const readOut = name.matches('.visually-hidden') || name.querySelector('.visually-hidden')
    const cut = name.scrollWidth > name.clientWidth && name.clientWidth > 0
    if (cut && !readOut) faults.push(`cut: ${name.textContent}`)
  }
  for (const control of document.querySelectorAll('.card-box :is(button, input, select)')) {
    if (control.closest('.table-scroll, .visually-hidden') !== null) continue
    const box = control.closest('.card-box')?.getBoundingClientRect()
    const { right } = control.getBoundingClientRect()
    if (box !== undefined && right > box.right) faults.push(`sticks out: ${control.textContent}`)
  }
  return faults
}
