import type { Messages } from '../catalogue.ts'

export const wedge = {
  title: 'Näppäimistölukija',
  readers: 'Näppäimistölukijat',
  noneKnown: 'Tällä koneella ei ole vielä yhtään. Näytä kortti lukijalle, niin Tapdesk kysyy.',
  setUp: 'Näppäimistölukija …',
  focus: 'Näppäimistön tavoin kirjoittava lukija toimii, kun Tapdeskin ikkuna on aktiivinen.',
  hold: 'Näytä kortti näppäimistölukijalle.',
  typed: (text) => `Lukija kirjoitti ”${text}”.`,
  why: 'Samat numerot voivat tarkoittaa eri kortteja. Kerro kerran, miten tämä lukija kirjoittaa; se muistetaan tällä koneella.',
  layAlso: 'Laita sama kortti toiselle lukijalle, niin mitään ei tarvitse valita.',
  understood: (uid, way) => `Selvä. Kortti on ${uid}: ${way}.`,
  bothWays:
    'Tämän kortin numero on sama usealla tavalla luettuna. Käytä toista korttia molemmilla lukijoilla.',
  noMatch: (uid) =>
    `Toinen lukija luki kortin ${uid}, jota ei kirjoiteta näin millään tunnetulla tavalla. Onko se sama kortti?`,
  choose: 'Mikä on kortin numero?',
  guess: (way, uid) => `${way}: kortti ${uid}`,
  noGuess: 'Tämä ei näytä kortin numerolta. Laita sama kortti toiselle lukijalle.',
  printed: 'Korttiin painettu numero',
  printedHint: 'Jos sellainen on: siihen sopiva merkitään.',
  another: 'Toinen kortti',
  fits: 'sopii painettuun',
  remember: 'Muista ja käytä',
  keepText: 'Pidä tekstinä',
  cancel: 'Peruuta',
  known: 'Tunnetut näppäimistölukijat',
  forget: 'Unohda',
  forgetWhich: (way) => `Unohda: ${way}`,
  around: (prefix, suffix) =>
    [prefix && `edessä ”${prefix}”`, suffix && `perässä ”${suffix}”`].filter(Boolean).join(', '),
  letters: {
    'as-typed': '',
    'by-position': 'näppäimet luetaan paikan mukaan',
    azerty: 'ranskalaisen näppäimistön numerot',
    'shift-us': 'numerot vaihtonäppäimen kanssa (US)',
    'shift-nordic': 'numerot vaihtonäppäimen kanssa (Pohjoismaat)',
  },
} satisfies Messages['wedge']
