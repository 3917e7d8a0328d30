import type { Language } from '../pages/language.ts'

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
