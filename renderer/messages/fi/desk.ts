import type { Messages } from '../catalogue.ts'

export const desk = {
  navigation: 'Päävalikko',
  users: 'Käyttäjät',
  desk: 'Vastaanotto',
  roster: 'Nimilista',
  quickScan: 'Pikaluku',
  unknownCards: 'Tuntemattomat kortit',
  deskLog: 'Korttiloki',
  auditLog: 'Tapahtumaloki',
  readers: 'Lukijat',
  userInvitations: 'Käyttäjäkutsut',
  accountSettings: 'Tilin asetukset',
  cardProfile: 'Korttiprofiili',
  account: (name) => `Tili: ${name}`,
  workOffline: 'Työskentele offline-tilassa',
  language: 'Kieli',
  languages: { system: 'Järjestelmä', en: 'English', fi: 'Suomi' },
  theme: 'Teema',
  sound: 'Ääni',
  sounds: { off: 'Pois', quiet: 'Hiljainen', normal: 'Tavallinen', loud: 'Kova' },
  themes: { system: 'Järjestelmä', light: 'Vaalea', dark: 'Tumma' },
  switchAccount: 'Tili',
  switchUnsent: (count) =>
    count === 1
      ? '1 kohde ei ole vielä pilvessä. Se pysyy tällä koneella ja lähetetään, kun palaat tälle tilille.'
      : `${count} kohdetta ei ole vielä pilvessä. Ne pysyvät tällä koneella ja lähetetään, kun palaat tälle tilille.`,
  signOut: 'Kirjaudu ulos',
  signOutTitle: 'Kirjaudutaanko ulos?',
  signOutUnsent: (count, email) =>
    count === 1
      ? `1 kohde ei ole vielä pilvessä. Se pysyy tällä koneella ja lähetetään, kun ${email} kirjautuu taas tänne. Mitään ei poisteta.`
      : `${count} kohdetta ei ole vielä pilvessä. Ne pysyvät tällä koneella ja lähetetään, kun ${email} kirjautuu taas tänne. Mitään ei poisteta.`,
  stay: 'Pysy kirjautuneena',
  demoBanner: 'Demo – mitään ei lähde tältä koneelta',
  tokenMemory:
    'Tässä koneessa ei ole avainnippua, joten kirjautumista ei säilytetä: uudelleenkäynnistyksen jälkeen kirjaudut taas lähettääksesi. Tallennettu työ säilyy.',
  tokenNone: 'Kirjaudu lähettääksesi. Siihen asti kaikki tallennetaan tälle koneelle.',
  password: 'Salasana',
  signIn: 'Kirjaudu sisään',
  close: 'Sulje',
} satisfies Messages['desk']
