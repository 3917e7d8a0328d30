import { shortestPassword } from '../../core/password.ts'
import type { ClosedReason } from '../registration/find-invitation.ts'
import type { FormProblem } from '../registration/read-form.ts'
import { type Language, longDate } from './language.ts'

type Closed = Readonly<Record<ClosedReason | 'too-many' | 'trouble', readonly [string, string]>>
type Period = { readonly from: string | null; readonly until: string | null }

export type PageWords = {
  readonly title: string
  readonly welcome: (account: string) => string
  readonly intro: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly password: string
  readonly passwordHint: string
  readonly repeated: string
  readonly submit: string
  readonly joinIntro: (email: string) => string
  readonly join: string
  readonly granted: string
  readonly groups: string
  readonly rights: string
  readonly period: (period: Period) => string
  readonly schedule: (name: string) => string
  readonly wrong: string
  readonly problems: Readonly<Record<FormProblem['problem'], string>>
  readonly done: (account: string) => readonly [string, string]
  readonly closed: Closed
  /** The page of a link to another password. */
  readonly newPassword: {
    readonly title: string
    readonly intro: string
    readonly submit: string
    readonly done: readonly [string, string]
    readonly closed: readonly [string, string]
  }
}

const en: PageWords = {
  title: 'Registration',
  welcome: (account) => `Welcome to ${account}`,
  intro: 'Complete your registration: tell us your name and choose a password.',
  email: 'Email',
  firstName: 'First name',
  lastName: 'Last name',
  password: 'Password',
  passwordHint: `At least ${shortestPassword} characters.`,
  repeated: 'Repeat password',
  submit: 'Complete registration',
  joinIntro: (email) => `You already sign in as ${email}. Join with the password that you have.`,
  join: 'Join',
  granted: 'What you get',
  groups: 'User groups',
  rights: 'Access rights',
  period: ({ from, until }) =>
    [from ? `from ${longDate('en', from)}` : '', until ? `until ${longDate('en', until)}` : '']
      .filter((part) => part !== '')
      .join(' '),
  schedule: (name) => `on the schedule ${name}`,
  wrong: 'Please correct this:',
  problems: {
    missing: 'Fill this in.',
    'too-long': 'This is too long.',
    'too-short': `Use at least ${shortestPassword} characters.`,
    different: 'This is not the same password.',
  },
  done: (account) => [
    'You are registered',
    `Your access to ${account} is active now. You can close this page.`,
  ],
  closed: {
    unknown: [
      'This link is not complete',
      'Open it once more from your mail. If it was broken into two lines, copy both.',
    ],
    withdrawn: [
      'This invitation was withdrawn',
      'There may be a newer one in your mailbox. Otherwise ask the people who invited you.',
    ],
    used: [
      'You are registered already',
      'This link was used. Sign in with your email and password.',
    ],
    expired: ['This invitation has expired', 'Ask the people who invited you to send it again.'],
    inactive: ['This account is switched off', 'Ask the people who invited you.'],
    'other-role': [
      'This address has another role elsewhere',
      'One address cannot have both. Ask the people who invited you to use another address.',
    ],
    'too-many': ['Too many attempts', 'Wait a minute, then try again.'],
    trouble: ['Something went wrong here', 'Nothing was changed. Try again in a moment.'],
  },
  newPassword: {
    title: 'Choose a password',
    intro: 'It takes the place of the one before. You are then signed out at every desk.',
    submit: 'Save password',
    done: [
      'Your password is changed',
      'Sign in with it at your desk: what you have saved there is sent then. You can close this page.',
    ],
    closed: [
      'This link does not work any more',
      'It works once and for half an hour, and only the newest one. Ask for another with “Forgot password?” where you sign in.',
    ],
  },
}

const fi: PageWords = {
  title: 'Rekisteröityminen',
  welcome: (account) => `Tervetuloa: ${account}`,
  intro: 'Viimeistele rekisteröityminen: kerro nimesi ja valitse salasana.',
  email: 'Sähköposti',
  firstName: 'Etunimi',
  lastName: 'Sukunimi',
  password: 'Salasana',
  passwordHint: `Vähintään ${shortestPassword} merkkiä.`,
  repeated: 'Salasana uudelleen',
  submit: 'Viimeistele rekisteröityminen',
  joinIntro: (email) => `Kirjaudut jo osoitteella ${email}. Liity nykyisellä salasanallasi.`,
  join: 'Liity',
  granted: 'Saat käyttöösi',
  groups: 'Käyttäjäryhmät',
  rights: 'Kulkuoikeudet',
  period: ({ from, until }) =>
    [from ? `${longDate('fi', from)} alkaen` : '', until ? `${longDate('fi', until)} asti` : '']
      .filter((part) => part !== '')
      .join(', '),
  schedule: (name) => `aikataulu ${name}`,
  wrong: 'Korjaa tämä:',
  problems: {
    missing: 'Täytä tämä kenttä.',
    'too-long': 'Tämä on liian pitkä.',
    'too-short': `Käytä vähintään ${shortestPassword} merkkiä.`,
    different: 'Tämä ei ole sama salasana.',
  },
  done: (account) => [
    'Olet rekisteröitynyt',
    `Kulkuoikeutesi ovat nyt käytössä: ${account}. Voit sulkea tämän sivun.`,
  ],
  closed: {
    unknown: [
      'Linkki ei ole kokonainen',
      'Avaa se uudelleen viestistä. Jos se katkesi kahdelle riville, kopioi molemmat.',
    ],
    withdrawn: [
      'Tämä kutsu on peruttu',
      'Postilaatikossasi voi olla uudempi kutsu. Muuten kysy kutsujalta.',
    ],
    used: ['Olet jo rekisteröitynyt', 'Linkki on käytetty. Kirjaudu sähköpostilla ja salasanalla.'],
    expired: ['Tämä kutsu on vanhentunut', 'Pyydä kutsujaa lähettämään se uudelleen.'],
    inactive: ['Tämä tili on poissa käytöstä', 'Kysy kutsujalta.'],
    'other-role': [
      'Tällä osoitteella on muualla toinen rooli',
      'Samalla osoitteella ei voi olla molempia. Pyydä kutsujaa käyttämään toista osoitetta.',
    ],
    'too-many': ['Liian monta yritystä', 'Odota minuutti ja yritä uudelleen.'],
    trouble: ['Jokin meni vikaan', 'Mitään ei muutettu. Yritä hetken kuluttua uudelleen.'],
  },
  newPassword: {
    title: 'Valitse salasana',
    intro: 'Se korvaa aiemman salasanasi. Sinut kirjataan sitten ulos kaikista työpisteistä.',
    submit: 'Tallenna salasana',
    done: [
      'Salasanasi on vaihdettu',
      'Kirjaudu sillä työpisteelläsi: sinne tallentamasi lähetetään silloin. Voit sulkea tämän sivun.',
    ],
    closed: [
      'Tämä linkki ei enää toimi',
      'Se toimii kerran ja puolen tunnin ajan, ja vain uusin toimii. Pyydä uusi kohdasta ”Unohditko salasanan?” kirjautumissivulla.',
    ],
  },
}

export const pageWords: Readonly<Record<Language, PageWords>> = { en, fi }
