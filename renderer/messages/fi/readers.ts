import type { ReaderAdvice } from '../../../core/reader-advice.ts'
import type { SignalRefusal } from '../../../core/reader-signal.ts'
import type { TapMeaning } from '../../stores/tap-answer.ts'
import type { Messages } from '../catalogue.ts'

const advice: Record<ReaderAdvice, string> = {
  'install-pcscd':
    'Älykorttipalvelua pcscd ei ole asennettu tälle koneelle. Aja tämä päätteessä; Tapdesk yhdistää itse.',
  'start-pcscd':
    'Älykorttipalvelu pcscd ei ole käynnissä. Käynnistä se päätteessä tällä; Tapdesk yhdistää itse.',
  polkit:
    'Älykorttipalvelu ei päästä tätä käyttäjää. Tallenna tämä sääntö tiedostoon /etc/polkit-1/rules.d/90-tapdesk.rules, lisää käyttäjä ryhmään plugdev ja kirjaudu koneelle uudelleen.',
  'kernel-nfc':
    'Ytimen oma NFC-ajuri (pn533_usb) on ladattu ja varaa ACR122U:n kaltaiset lukijat. Aja tämä päätteessä ja kytke lukija uudelleen.',
  'windows-service':
    'Windowsin Älykortti-palvelu ei ole käynnissä: se pysähtyy viimeisen lukijan mukana tai on poistettu käytöstä. Aja tämä PowerShellissä järjestelmänvalvojana ja kytke lukija uudelleen.',
  'mac-driver':
    'Jos macOS ei löydä kytkettyä lukijaa, anna sen käyttää toista CCID-ajuria: aja tämä Päätteessä ja käynnistä kone uudelleen.',
  'plug-in': 'Kytke kortinlukija: se löytyy itsestään.',
  'usb-rights':
    'Jos lukija on kytketty mutta sitä ei löydy: kun pcscd ei toimi pääkäyttäjänä, sillä ei ehkä ole oikeutta avata lukijaa. Aja tämä päätteessä ja kytke lukija uudelleen.',
  'in-use':
    'Toinen ohjelma käyttää korttia. Sulje kortteja käyttävät ohjelmat (korttiohjelmistot, selaimet allekirjoituslisäosineen); kortti luetaan heti, kun se vapautuu.',
}

const refused: Record<SignalRefusal, string> = {
  'not-allowed': 'Tämä lukija ei salli sitä.',
  'no-card': 'Laita ensin kortti lukijalle.',
  'no-reader': 'Lukija ei ole paikalla.',
}

const answer: Record<TapMeaning, string> = {
  filled: 'Kortti luettu',
  same: 'Sama kortti uudelleen',
  offered: 'Toinen kortti: korvataanko?',
  'too-short': 'Numero on liian lyhyt',
  refused: 'Käytä toista korttia',
  found: 'Löytyi',
  assigned: 'Kortti annettu',
  taken: 'Toisen henkilön kortti',
  labelled: 'Numero annettu',
  'has-label': 'Numero on jo annettu',
  unknown: 'Ei kenenkään kortti',
  passing: 'Ei kenenkään kortti, ei tallennettu',
  full: 'Numerot loppuivat',
  nobody: 'Kukaan ei odota',
  'not-saved': 'Ei tallennettu',
  tested: 'Kortti luettu',
  'no-uid': 'Kortista ei saatu numeroa',
  'bad-answer': 'Vastauksessa ei ole järkeä',
  moved: 'Pidä paikallaan',
  mute: 'Kortti ei vastaa',
  timeout: 'Ota kortti pois',
  'in-use': 'Toisen ohjelman käytössä',
}

export const readers = {
  title: 'Lukijat',
  intro: 'Tällä sivulla näytetyt kortit näkyvät täällä eivätkä täytä lomaketta.',
  showIgnored: (count) => `Näytä ohitetut (${count})`,
  hideIgnored: 'Piilota ohitetut',
  ignoredState: (decided) =>
    decided ? 'Ohitetaan' : 'Ohitetaan: paikka kosketuskorteille tai moduuleille',
  name: 'Nimi',
  nameExample: 'Vastaanotto, vasen',
  nameHint: 'Säilytetään tällä koneella.',
  mute: 'Mykistä',
  ignore: 'Ohita',
  signals: 'Merkkivalo ja summeri',
  trySignal: 'Kokeile valoa ja summeria',
  refused,
  last: 'Viimeisin kortti',
  noneYet: 'Ei vielä yhtään',
  taps: 'Luettu',
  unreadable: 'Ei voitu lukea',
  test: 'Testaa lukija',
  endTest: 'Lopeta testi',
  layACard: 'Laita kortti tälle lukijalle.',
  atr: 'ATR',
  noAtr: 'Ei ole',
  warnings: 'Varoitukset',
  noWarnings: 'Mikään ei puhu tätä korttia vastaan.',
  renderings: 'Esitystavat',
  command: 'Kopioitava',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  cardOf: (name) => `Kortin haltija: ${name}`,
  advice,
  answer,
} satisfies Messages['readers']
