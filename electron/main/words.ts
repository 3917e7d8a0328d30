import type { Preferences } from '../../core/preferences.ts'

/** What menus and the system's own dialogs say; `&` marks the letter of a mnemonic. */
const en = {
  file: '&File',
  newPerson: 'New person',
  discard: 'Discard changes',
  syncNow: 'Sync now',
  lock: 'Lock this desk',
  /** After "Tapdesk is trying to". */
  unlockReason: 'unlock this desk',
  quit: 'Quit',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: '&View',
  goToEmail: 'Go to Email',
  theme: 'Theme',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  language: 'Language',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  window: '&Window',
  minimize: 'Minimize',
  close: 'Close',
  help: '&Help',
  about: (product: string) => `About ${product}`,
  unsent: (count: number) =>
    count === 1
      ? '1 change has not reached the cloud yet.'
      : `${count} changes have not reached the cloud yet.`,
  unsentIsSafe: (product: string) =>
    `They are safe on this computer and will be sent when ${product} runs again.`,
  keepOpen: 'Keep open',
  quitAnyway: 'Quit anyway',
}

export type Words = typeof en

const fi: Words = {
  file: '&Tiedosto',
  newPerson: 'Uusi henkilö',
  discard: 'Hylkää muutokset',
  syncNow: 'Synkronoi nyt',
  lock: 'Lukitse työpiste',
  unlockReason: 'avata tämän työpisteen lukituksen',
  quit: 'Lopeta',
  edit: '&Muokkaa',
  undo: 'Kumoa',
  redo: 'Tee uudelleen',
  cut: 'Leikkaa',
  copy: 'Kopioi',
  paste: 'Liitä',
  selectAll: 'Valitse kaikki',
  view: '&Näytä',
  goToEmail: 'Siirry sähköpostikenttään',
  theme: 'Teema',
  system: 'Järjestelmän mukaan',
  light: 'Vaalea',
  dark: 'Tumma',
  language: 'Kieli',
  actualSize: 'Todellinen koko',
  zoomIn: 'Suurenna',
  zoomOut: 'Pienennä',
  fullScreen: 'Koko näyttö',
  window: '&Ikkuna',
  minimize: 'Pienennä kuvakkeeksi',
  close: 'Sulje',
  help: '&Ohje',
  about: (product) => `Tietoja: ${product}`,
  unsent: (count) =>
    count === 1 ? '1 muutos ei ole vielä pilvessä.' : `${count} muutosta ei ole vielä pilvessä.`,
  unsentIsSafe: (product) =>
    `Ne ovat turvassa tällä tietokoneella ja lähetetään, kun ${product} on taas käynnissä.`,
  keepOpen: 'Pidä auki',
  quitAnyway: 'Lopeta silti',
}

/** `system`: BCP 47. */
export function wordsFor(language: Preferences['language'], system: string): Words {
  const tag = language === 'system' ? system : language
  return /^fi(-|$)/i.test(tag) ? fi : en
}
