import type { Messages } from '../catalogue.ts'

const number = new Intl.NumberFormat('fi')
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
  aboutToSend: 'Tallessa tällä koneella',
  aboutToSendExplained: 'Kaikki on tallessa tällä koneella ja lähetetään pian.',
  notYet: 'Ei vielä synkronoitu',
  waiting: (count) => `${number.format(count)} tallessa täällä`,
  sendingOf: (under, of) => `Lähetetään ${number.format(under)} / ${number.format(of)}`,
  offlineSince: (since) => `Ei yhteyttä klo ${time.format(new Date(since))} alkaen`,
  needAttention: (count) =>
    count === 1 ? '1 vaatii huomiota' : `${number.format(count)} vaatii huomiota`,
  now: 'Synkronoi nyt',
  lastSync: (when) => `Viimeksi yhteys pilveen: ${when}`,
  never: 'Pilveen ei ole vielä ollut yhteyttä.',
  since: (when) => `Alkaen ${when}.`,
  facts: { waiting: 'Ei vielä pilvessä', attention: 'Vaatii huomiota' },
} satisfies Messages['sync']
