import type { Messages } from '../catalogue.ts'

export const lock = {
  title: 'Työpiste lukittu',
  pin: 'PIN-koodi',
  unlock: 'Avaa lukitus',
  busy: 'Avataan …',
  bySystem: 'Käytä Touch ID:tä',
  forgotten: 'Unohtuiko PIN-koodi?',
  password: 'Salasana',
  passwordHint: 'Salasanasi pilvessä. Sen jälkeen valitset uuden PIN-koodin.',
  byPin: 'Käytä PIN-koodia',
  signOut: 'Kirjaudu ulos',
  signOutUnsent: (count) =>
    count === 1
      ? '1 kohde ei ole vielä pilvessä. Se jää tälle koneelle ja lähetetään, kun kirjaudut taas tänne. Mitään ei poisteta.'
      : `${count} kohdetta ei ole vielä pilvessä. Ne jäävät tälle koneelle ja lähetetään, kun kirjaudut taas tänne. Mitään ei poisteta.`,
  signOutSure: 'Kaikki on pilvessä. Kesken jäänyt lomake säilyy sinua varten.',
  stay: 'Pysy kirjautuneena',
  taps: (count) =>
    count === 1
      ? 'Lukijalle on sen jälkeen näytetty 1 kortti. Ne, joita ei ole kenelläkään, ovat tuntemattomissa korteissa.'
      : `Lukijalle on sen jälkeen näytetty ${count} korttia. Ne, joita ei ole kenelläkään, ovat tuntemattomissa korteissa.`,
  missingPin: 'Anna PIN-koodisi: 4–12 numeroa.',
  missingPassword: 'Anna salasanasi.',

  now: 'Lukitse työpiste',
  settings: 'Työpisteen lukitus',
  about:
    'Lukittu työpiste lähettää ja vastaanottaa edelleen ja lukee kortteja, mutta ei näytä mitään. Avaat sen PIN-koodillasi.',
  idle: 'Lukitse, kun paikalla ei ole ketään',
  idleMinutes: {
    '0': 'Ei koskaan',
    '1': '1 minuutin kuluttua',
    '2': '2 minuutin kuluttua',
    '5': '5 minuutin kuluttua',
    '10': '10 minuutin kuluttua',
    '15': '15 minuutin kuluttua',
    '30': '30 minuutin kuluttua',
  },
  always: 'Työpiste lukittuu myös, kun tietokone lukitsee näyttönsä.',
  present: 'Nykyinen PIN-koodi',
  presentHint: 'Uutta PIN-koodia varten tai lukitaksesi nykyistä myöhemmin.',
  first: 'PIN-koodi',
  firstHint: '4–12 numeroa. Säilytetään vain tällä koneella.',
  other: 'Uusi PIN-koodi',
  otherHint: 'Jätä tyhjäksi, jos pidät nykyisen.',
  again: 'PIN-koodi uudelleen',
  differs: 'Koodit eivät ole samat.',
  missingPresent: 'Anna nykyinen PIN-koodisi.',
  save: 'Tallenna',
  saveAndLock: 'Tallenna ja lukitse',
  cancel: 'Peruuta',
} satisfies Messages['lock']
