import { type Language, longMoment } from '../pages/language.ts'

type Facts = { readonly account: string; readonly inviter: string; readonly until: string }

const en = {
  subject: ({ account }: Facts) => `Your invitation to ${account}`,
  greeting: (name: string) => (name === '' ? 'Hello,' : `Hello ${name},`),
  invited: ({ account, inviter }: Facts) =>
    inviter === ''
      ? `you have been invited to ${account}.`
      : `${inviter} has invited you to ${account}.`,
  what: 'Complete your registration to use your access:',
  button: 'Complete registration',
  until: ({ until }: Facts) => `The link is for you alone and works until ${until}.`,
  ignore: 'If you did not expect this mail, you need not do anything.',
}

const fi: typeof en = {
  subject: ({ account }) => `Kutsusi: ${account}`,
  greeting: (name) => (name === '' ? 'Hei,' : `Hei ${name},`),
  invited: ({ account, inviter }) =>
    inviter === ''
      ? `sinut on kutsuttu tilille ${account}.`
      : `${inviter} on kutsunut sinut tilille ${account}.`,
  what: 'Viimeistele rekisteröityminen, niin saat kulkuoikeutesi käyttöön:',
  button: 'Viimeistele rekisteröityminen',
  until: ({ until }) => `Linkki on vain sinulle, ja se on voimassa ${until} asti.`,
  ignore: 'Jos et odottanut tätä viestiä, sinun ei tarvitse tehdä mitään.',
}

export const mailWords: Readonly<Record<Language, typeof en>> = { en, fi }

type Login = { readonly email: string; readonly accounts: string }

const enPassword = {
  subject: 'Choose another password',
  greeting: en.greeting,
  asked: ({ email, accounts }: Login) =>
    `somebody asked for another password for ${email}${accounts === '' ? '' : ` (${accounts})`}. If it was you, choose it here:`,
  button: 'Choose a password',
  once: (minutes: number) =>
    `The link works once and for ${minutes} minutes. If you asked several times, only the newest one works.`,
  ignore: 'If it was not you, you need not do anything: your password stays as it is.',
  changedSubject: 'Your password was changed',
  changed: ({ email, accounts, at }: Login & { readonly at: string }) =>
    `the password of ${email}${accounts === '' ? '' : ` (${accounts})`} was changed on ${longMoment('en', at)} (UTC). Whoever was signed in with the one before is not any more.`,
  notYou:
    'If it was not you, choose another one now: “Forgot password?” where you sign in. Then tell whoever manages the account.',
}

const fiPassword: typeof enPassword = {
  subject: 'Valitse uusi salasana',
  greeting: fi.greeting,
  asked: ({ email, accounts }) =>
    `osoitteelle ${email}${accounts === '' ? '' : ` (${accounts})`} pyydettiin uutta salasanaa. Jos pyysit sitä itse, valitse se täällä:`,
  button: 'Valitse salasana',
  once: (minutes) =>
    `Linkki toimii kerran ja ${minutes} minuutin ajan. Jos pyysit useita, vain uusin toimii.`,
  ignore: 'Jos et pyytänyt sitä, sinun ei tarvitse tehdä mitään: salasanasi pysyy ennallaan.',
  changedSubject: 'Salasanasi vaihdettiin',
  changed: ({ email, accounts, at }) =>
    `osoitteen ${email}${accounts === '' ? '' : ` (${accounts})`} salasana vaihdettiin ${longMoment('fi', at)} (UTC). Aiemmalla salasanalla ei olla enää kirjautuneina.`,
  notYou:
    'Jos et vaihtanut sitä itse, valitse heti uusi: ”Unohditko salasanan?” kirjautumissivulla. Kerro sitten tilin ylläpitäjälle.',
}

export const passwordWords: Readonly<Record<Language, typeof enPassword>> = {
  en: enPassword,
  fi: fiPassword,
}
