import type { DeskReader } from '../../../core/desk-reader.ts'
import type { SlotState, UnreadableReason } from '../../../core/reader.ts'
import type { Messages } from '../catalogue.ts'

type Named = Pick<DeskReader, 'name' | 'label' | 'slot'>

const unreadable: Record<UnreadableReason, string> = {
  'no-uid': 'se ei näytä numeroa tälle lukijalle',
  'bad-answer': 'sen vastauksessa ei ole järkeä',
  moved: 'se otettiin pois liian aikaisin, pidä paikallaan',
  mute: 'se ei vastaa',
  timeout: 'se lakkasi vastaamasta, ota se pois',
  'in-use': 'toinen ohjelma käyttää sitä',
}

function state(slot: SlotState): string {
  switch (slot.kind) {
    case 'empty':
      return 'Valmis'
    case 'reading':
      return 'Luetaan korttia …'
    case 'card':
      return `Kortti ${slot.uid}`
    case 'unreadable':
      return `Korttia ei voi lukea: ${unreadable[slot.reason]}`
  }
}

export const reader = {
  region: 'Lukija',
  services: {
    starting: 'Etsitään lukijoita …',
    'no-service': 'Ei älykorttipalvelua',
    'no-reader': 'Ei lukijaa',
    restarting: 'Käynnistyy uudelleen',
  },
  state,
  slot: ({ name, label, slot }: Named): string =>
    slot.kind === 'empty' ? `Valmis – ${label ?? name}` : state(slot),
  allIgnored: 'Kaikki lukijat ohitetaan',
  more: 'Lukijat',
  severalReady: (count) => `Valmis – ${count} lukijaa`,
  noService: {
    'not-running':
      'Tämän koneen älykorttipalvelu ei ole käynnissä. Tapdesk yhdistää itse heti kun se on; numerot voi sillä välin kirjoittaa.',
    'access-denied':
      'Tämä käyttäjä ei saa käyttää älykorttipalvelua. Kysy koneen ylläpitäjältä; numerot voi sillä välin kirjoittaa.',
    unknown:
      'Älykorttipalvelu ei vastaa odotetusti. Tapdesk yrittää edelleen; numerot voi sillä välin kirjoittaa.',
  },
  noReaderHint: 'Kytke kortinlukija; se löytyy itsestään. Numerot voi sillä välin kirjoittaa.',
  restartingHint: 'Lukijaosa pysähtyi ja käynnistetään uudelleen. Näytä kortti vielä kerran.',
  readyHint: 'Laita kortti lukijalle: sen numero ilmestyy kortin tunnukseen.',
  startingHint: 'Lukijaosa käynnistyy.',
  simulated: 'simuloitu',
  announced: (uid) => `Kortti ${uid.split('').join(' ')} luettu. Kortin tunnus on täytetty.`,
  announcedSame: 'Sama kortti uudelleen.',
  announcedOffer:
    'Lukijalla on toinen kortti. Korvataanko kortin numero, aloitetaanko uusi henkilö vai pidetäänkö numero?',
} satisfies Messages['reader']
