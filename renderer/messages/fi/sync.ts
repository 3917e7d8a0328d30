import type { Messages } from '../catalogue.ts'
import { spanIn } from '../span.ts'

const number = new Intl.NumberFormat('fi')
const span = spanIn('fi')
const time = new Intl.DateTimeFormat('fi', { timeStyle: 'short' })

export const sync = {
  region: 'Synkronointi',
  channel: {
    idle: 'Ajan tasalla',
    sending: 'Lähetetään',
    receiving: 'Tarkistetaan',
    offline: 'Pilveen ei saada yhteyttä',
    trouble: 'Pilvessä on häiriö',
    'sign-in-needed': 'Kirjaudu lähettääksesi',
    'upgrade-needed': 'Päivitys tarvitaan',
    paused: 'Työskennellään offline-tilassa',
    stopped: 'Kirjauduttu ulos',
  },
  explained: {
    idle: 'Pilvessä on kaikki tältä koneelta.',
    sending: 'Lähetetään pilveen.',
    receiving: 'Kysytään pilveltä, mitä uutta.',
    offline:
      'Pilveen ei saada yhteyttä. Kaikki on tallessa tällä koneella ja lähetetään itsestään.',
    trouble: 'Pilvi vastaa virheillä. Kaikki on tallessa tällä koneella ja lähetetään itsestään.',
    'sign-in-needed':
      'Kirjaudu uudelleen lähettääksesi. Siihen asti kaikki on tallessa tällä koneella.',
    'upgrade-needed':
      'Tämä versio ja pilvi eivät ymmärrä toisiaan. Kaikki on tallessa tällä koneella; asenna uusin versio.',
    paused:
      'Valitsit offline-työskentelyn. Kaikki tallennetaan tälle koneelle, kunnes palaat verkkoon.',
    stopped: 'Kukaan ei ole kirjautunut.',
  },
  blocked: {
    portal: 'Jokin muu sivu vastaa',
    proxy: 'Välityspalvelin estää',
    certificate: 'Yhteyteen ei luoteta',
    'certificate-date': 'Tarkista päivä ja aika',
    busy: 'Pilvi on varattu',
    'no-access': 'Ei pääsyä tälle tilille',
    'no-region': 'Ei vielä aluetta',
    'desk-too-old': 'Päivitä Tapdesk',
    'cloud-too-old': 'Pilvi on liian vanha',
    'token-expired': 'Kirjaudu lähettääksesi',
    'token-revoked': 'Kirjaudu lähettääksesi',
    'token-reused': 'Kirjaudu lähettääksesi',
    'password-changed': 'Kirjaudu lähettääksesi',
  },
  remedies: {
    portal:
      'Pilven sijasta vastaa verkkosivu. Jos tämä verkko vaatii kirjautumisen, tee se selaimessa. Kaikki on tallessa tällä koneella ja lähetetään sen jälkeen itsestään.',
    proxy:
      'Tämän verkon välityspalvelin ei päästä Tapdeskia läpi. Pyydä verkon ylläpitäjää sallimaan pilven osoite. Kaikki on tallessa tällä koneella ja lähetetään sen jälkeen itsestään.',
    certificate:
      'Pilven varmenteeseen ei luoteta tällä koneella, joten mitään ei lähetetä. Jos verkko tarkastaa yhteydet, sen varmenne on asennettava tähän. Kaikki on tallessa tällä koneella.',
    'certificate-date':
      'Pilven varmenne ei ole voimassa tämän koneen päivämääränä, joten mitään ei lähetetä. Tarkista koneen päivämäärä ja kellonaika. Kaikki on tallessa täällä.',
    busy: 'Pilvi on varattu tai käynnistyy uudelleen. Kaikki on tallessa tällä koneella ja lähetetään itsestään.',
    'no-access':
      'Pilvi ei enää anna sinun työskennellä tällä tilillä. Kaikki on tallessa tällä koneella; pyydä tilin ylläpitäjältä pääsy.',
    'no-region':
      'Sinulle ei ole vielä annettu aluetta, joten et näe ketään eikä mitään lähetetä. Kaikki on tallessa tällä koneella; pyydä palvelun ylläpitäjältä alue.',
    'desk-too-old':
      'Pilvi vaatii uudemman Tapdeskin. Asenna uusin versio; kaikki on tallessa tällä koneella ja lähetetään sen jälkeen.',
    'cloud-too-old':
      'Pilvi on vanhempi kuin tämä Tapdesk. Pyydä pilven ylläpitäjää päivittämään se; kaikki on tallessa tällä koneella.',
    'token-expired':
      'Tätä työpistettä ei ole käytetty pitkään aikaan, joten kirjautuminen on vanhentunut. Kirjaudu lähettääksesi. Kaikki on tallessa tällä koneella.',
    'token-reused':
      'Tämän työpisteen kirjautumista käytettiin kahdessa paikassa yhtä aikaa, joten se päätettiin. Kirjaudu lähettääksesi ja kerro tilin ylläpitäjälle. Kaikki on tallessa tällä koneella.',
    'token-revoked':
      'Tilin ylläpitäjä on kirjannut tämän työpisteen ulos. Kirjaudu lähettääksesi. Kaikki on tallessa tällä koneella.',
    'password-changed':
      'Salasanasi on vaihdettu muualla. Kirjaudu uudella salasanalla lähettääksesi. Kaikki on tallessa tällä koneella.',
  },
  aboutToSend: 'Tallessa tällä koneella',
  aboutToSendExplained: 'Kaikki on tallessa tällä koneella ja lähetetään pian.',
  notYet: 'Ei vielä synkronoitu',
  waiting: (count) => `${number.format(count)} tallessa täällä`,
  sendingOf: (under, of) => `Lähetetään ${number.format(under)} / ${number.format(of)}`,
  offlineSince: (since) => `Ei yhteyttä klo ${time.format(new Date(since))} alkaen`,
  needAttention: (count) =>
    count === 1 ? '1 vaatii huomiota' : `${number.format(count)} vaatii huomiota`,
  now: 'Synkronoi nyt',
  tryNow: 'Yritä uudelleen',
  lastSync: (when) => `Viimeksi yhteys pilveen: ${when}`,
  never: 'Pilveen ei ole vielä ollut yhteyttä.',
  since: (when) => `Alkaen ${when}.`,
  clockOff: (minutes) =>
    `Tämän koneen kello on ${span(Math.abs(minutes))} ${minutes > 0 ? 'jäljessä' : 'edellä'}. Kaikki lähetetään silti, mutta täällä näkyvät ajat ovat väärin, ja väliaikaisten korttien voimassaolo päättyy niiden mukaan. Tarkista päivä ja kellonaika.`,
  facts: { waiting: 'Ei vielä pilvessä', attention: 'Vaatii huomiota' },
} satisfies Messages['sync']
