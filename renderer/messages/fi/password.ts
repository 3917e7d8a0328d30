import { shortestPassword } from '../../../core/password.ts'
import type { Messages } from '../catalogue.ts'

export const password = {
  title: 'Vaihda salasana',
  about: 'Sinut kirjataan silloin ulos muista työpisteistä. Lähettämätön työ säilyy niillä.',
  present: 'Nykyinen salasana',
  other: 'Uusi salasana',
  otherHint: `Vähintään ${shortestPassword} merkkiä.`,
  again: 'Uusi salasana uudelleen',
  missingPresent: 'Anna nykyinen salasanasi.',
  wrongPresent: 'Tämä ei ole nykyinen salasanasi; mitään ei muutettu. Yritä uudelleen.',
  tooShort: `Käytä vähintään ${shortestPassword} merkkiä.`,
  tooLong: 'Tämä on liian pitkä.',
  differs: 'Salasanat eivät ole samat.',
  save: 'Vaihda salasana',
  cancel: 'Peruuta',
  close: 'Sulje',
  done: 'Salasanasi on vaihdettu. Sinut on kirjattu ulos muista työpisteistä.',
} satisfies Messages['password']
