/** What a browser shows that has come back. `lang`: BCP 47. */
type Page = { readonly lang: string; readonly title: string; readonly text: string }

export type BrowserWords = {
  readonly back: Page
  readonly denied: Page
  /** For whoever was not sent here. */
  readonly nothing: Page
}

const en: BrowserWords = {
  back: {
    lang: 'en',
    title: 'Go back to Tapdesk',
    text: 'Tapdesk goes on by itself. You may close this page.',
  },
  denied: {
    lang: 'en',
    title: 'Nobody was signed in',
    text: 'Go back to Tapdesk to try again. You may close this page.',
  },
  nothing: { lang: 'en', title: 'There is nothing here', text: 'You may close this page.' },
}

const fi: BrowserWords = {
  back: {
    lang: 'fi',
    title: 'Palaa Tapdeskiin',
    text: 'Tapdesk jatkaa itsestään. Voit sulkea tämän sivun.',
  },
  denied: {
    lang: 'fi',
    title: 'Ketään ei kirjattu sisään',
    text: 'Palaa Tapdeskiin ja yritä uudelleen. Voit sulkea tämän sivun.',
  },
  nothing: { lang: 'fi', title: 'Täällä ei ole mitään', text: 'Voit sulkea tämän sivun.' },
}

/** `language`: as preferred, BCP 47. */
export function browserWordsFor(language: string): BrowserWords {
  return /^fi(-|$)/i.test(language) ? fi : en
}

/** Every text of it is ours: nothing of what a browser was sent with is in the page. */
export function browserPage({ lang, title, text }: Page): string {
  return `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 20vh auto; max-width: 26rem; padding: 0 1rem }
  h1 { font-size: 1.4rem }
</style>
<h1>${title}</h1>
<p>${text}</p>
</html>
`
}
