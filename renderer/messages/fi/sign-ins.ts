import type { Messages } from '../catalogue.ts'

export const signIns = {
  title: 'Kirjautuneet työpisteet',
  own: 'Omat työpisteesi',
  members: (account) => `Jäsenet: ${account}`,
  columns: {
    person: 'Jäsen',
    desk: 'Työpiste',
    since: 'Kirjautunut',
    seen: 'Viimeksi yhteydessä',
    action: 'Toiminto',
  },
  unnamed: 'Nimetön työpiste',
  here: 'Tämä työpiste',
  seenNow: 'nyt',
  about:
    'Uloskirjattu työpiste ei lähetä mitään, ennen kuin siellä kirjaudutaan uudelleen. Lähettämätön työ säilyy kyseisellä tietokoneella.',
  signOut: 'Kirjaa ulos',
  signOutAt: (desk) => `Kirjaa ulos: ${desk}`,
  signOutOf: (desk, person) => `Kirjaa ulos: ${person}, ${desk}`,
  others: 'Kirjaa ulos kaikki muut',
  sure: (desk) => `Kirjataanko ulos: ${desk}?`,
  sureMember: (desk, person) => `Kirjataanko ulos: ${person}, ${desk}?`,
  sureOthers: 'Kirjataanko ulos kaikki muut työpisteet?',
  cancel: 'Peruuta',
  loading: 'Kysytään pilvestä …',
} satisfies Messages['signIns']
