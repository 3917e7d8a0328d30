import type { Messages } from '../catalogue.ts'

export const words = {
  product: 'Tapdesk',
  roles: {
    user: 'Käyttäjä',
    'account-admin': 'Tilin ylläpitäjä',
    'regional-admin': 'Alueen ylläpitäjä',
    installer: 'Asentaja',
  },
  delivery: {
    saved: 'Tallessa tällä koneella',
    sending: 'Lähetetään',
    sent: 'Pilvessä',
    attention: 'Vaatii huomiota',
  },
  nobody: '–',
  saveCsv: 'Tallenna CSV',
  csvSaved: 'Tallennettu.',
  csvNotSaved: 'Ei tallennettu: valitse toinen kansio.',
} satisfies Messages['words']
