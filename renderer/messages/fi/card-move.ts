import type { Messages } from '../catalogue.ts'

export const cardMove = {
  offer: 'Siirrä kortti tälle henkilölle',
  ask: (from, to) => `Siirretäänkö kortti? Luovuttaja: ${from}. Saaja: ${to}.`,
  yes: 'Siirrä kortti',
  no: 'Älä siirrä',
  willMove: (from, to) => `Kortti siirretään. Luovuttaja: ${from}. Saaja: ${to}.`,
  leave: 'Peru siirto',
  thisPerson: 'tämä henkilö',
  unnamed: 'kortin haltija',
  moveFor: (name) => `Siirrä kortti: ${name}`,
  otherCard: 'Toinen kortti',
  otherCardFor: (name) => `Toinen kortti: ${name}`,
  moved: (from, to) => `Kortti siirretty. Luovuttaja: ${from}. Saaja: ${to}.`,
  undone: (from) => `Kortin haltija on taas ${from}.`,
  undoneNot: 'Kortin siirto oli jo lähdössä pilveen, eikä sitä voi enää kumota.',
} satisfies Messages['cardMove']
