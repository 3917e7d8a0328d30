import type { Messages } from '../catalogue.ts'

const unsent = (count: number) => (count === 1 ? '1 lähettämätön' : `${count} lähettämätöntä`)

export const signIn = {
  title: 'Kirjaudu sisään',
  cloudAddress: 'Pilven osoite',
  cloudExample: 'https://cloud.example.com',
  email: 'Sähköposti',
  password: 'Salasana',
  submit: 'Kirjaudu sisään',
  busy: 'Kirjaudutaan …',
  withProvider: (name) => `Kirjaudu: ${name}`,
  inBrowser: (name) => `Selaimesi näyttää: ${name}. Kirjaudu siellä; Tapdesk jatkaa itsestään.`,
  stopWaiting: 'Lopeta odotus',
  firstNeedsCloud:
    'Ensimmäinen kirjautuminen tarvitsee yhteyden pilveen. Sen jälkeen tämä työpiste toimii myös ilman.',
  or: 'tai',
  tryDemo: 'Kokeile sisäänrakennetulla pilvellä',
  tryDemoHint: 'Esimerkkitilillä. Mitään ei lähde tältä koneelta.',
  demoBusy: 'Sisäänrakennettua pilveä käynnistetään …',
  waitingTitle: 'Odottaa tällä koneella',
  waiting: (item) =>
    `${unsent(item.unsent)} odottaa tällä koneella: ${item.email} (${item.account}).`,
  waitingHint: 'Lähetetään, kun kyseinen henkilö kirjautuu taas tänne. Mitään ei poisteta.',
  codeTitle: 'Kaksivaiheinen tunnistus',
  code: 'Koodi',
  codeHint: 'Todennussovelluksen koodi tai palautuskoodi.',
  back: 'Takaisin',
  forgotten: 'Unohditko salasanan?',
  forgottenTitle: 'Valitse uusi salasana',
  forgottenHint: 'Saat viestin, jonka linkistä avautuvalla sivulla valitset sen.',
  forgottenSubmit: 'Lähetä viesti',
  forgottenBusy: 'Kysytään pilvestä …',
  forgottenDone: (email) =>
    `Jos joku kirjautuu sinne osoitteella ${email}, viesti on matkalla. Sen linkki toimii 30 minuuttia. Kirjaudu sitten tässä uudella salasanalla.`,
  missing: {
    code: 'Anna koodi.',
    cloudUrl: 'Anna pilvesi osoite.',
    email: 'Anna sähköpostiosoitteesi.',
    password: 'Anna salasanasi.',
  },
  starting: 'Tapdesk käynnistyy …',
  blockedTitle: 'Tapdesk ei voi käyttää tietojaan',
  blockedPlace: 'Paikka',
  blockedSafe: 'Mikä on turvassa',
  blockedTodo: 'Mitä tehdä',
} satisfies Messages['signIn']
