import type { Messages } from '../catalogue.ts'

const number = new Intl.NumberFormat('fi')
const toPeople = (count: number) =>
  count === 1 ? '1 henkilölle' : `${number.format(count)} henkilölle`

export const rights = {
  text: 'Tulee voimaan rekisteröitymisessä.',
  search: 'Hae resursseja',
  targets: 'Resurssit ja resurssiryhmät',
  resourceGroups: 'Resurssiryhmät',
  resources: 'Resurssit',
  none: 'Tällä tilillä ei ole vielä resursseja.',
  chosen: (count) => `${number.format(count)} valittu`,
  from: 'Alkaen',
  until: 'Päättyen',
  fromHint: 'Tyhjä: heti.',
  untilHint: 'Tyhjä: toistaiseksi.',
  schedule: 'Viikko-ohjelma',
  always: 'Aina',
  scheduleUnsupported: (name) => `${name} ei noudata viikko-ohjelmia.`,
  give: 'Anna oikeudet',
  done: (count) => `Oikeudet annettu ${toPeople(count)}.`,
  not: (count) => `Oikeuksia ei voitu antaa ${toPeople(count)}:`,
  problems: {
    'no-target': 'Valitse ainakin yksi resurssi tai resurssiryhmä.',
    'too-many': 'Enintään 100 kerralla.',
    'from-missing': 'Tämä ei ole päivä ja kellonaika.',
    'until-missing': 'Tämä ei ole päivä ja kellonaika.',
    'until-before-from': 'Lopun on oltava alun jälkeen.',
  },
} satisfies Messages['rights']
