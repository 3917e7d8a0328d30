import type { BulkRefusal } from '../../../core/bulk.ts'
import type { Notice } from '../../../core/notice.ts'
import type { Messages } from '../catalogue.ts'

const number = new Intl.NumberFormat('fi')
const some = (count: number) => (count === 1 ? '1 kutsu' : `${number.format(count)} kutsua`)
const people = (count: number) => (count === 1 ? '1 henkilö' : `${number.format(count)} henkilöä`)

const refused: Record<BulkRefusal, string> = {
  registered: 'on sillä välin rekisteröitynyt',
  gone: 'poistettiin sillä välin',
  'no-email': 'on ilman sähköpostia',
  attention: 'odottaa päätöstä kohdassa ”Vaatii huomiota”',
  role: 'on roolissa, joka on omaasi ylempi',
}

const nothingDone: Record<Notice['method'], string> = {
  update: 'muutosta ei tehty',
  delete: 'mitään ei poistettu',
  resend: 'postia ei lähetetty',
}

export const invitations = {
  resend: 'Lähetä uudelleen',
  addToGroup: 'Lisää käyttäjäryhmään',
  giveRights: 'Anna uusia oikeuksia',
  remove: 'Poista',
  copyLink: 'Kopioi linkki',
  cancel: 'Peruuta',
  close: 'Sulje',
  saving: 'Tallennetaan …',
  bulk: 'Valitut kutsut',
  of: (name) => `Koskee: ${name}`,
  ofMany: (count) => `Koskee: ${some(count)}`,
  offline: 'Ilman pilveä tämä tallennetaan tälle koneelle ja lähetetään myöhemmin itsestään.',
  refused,
  refusedLine: (name, why) => `${name} ${why}`,

  resendText: 'Lähettää rekisteröitymislinkin uudelleen ja uusii sen voimassaolon.',
  resendEmail: 'Sähköposti',
  resendEmailHint: 'Korjaa se tässä, jos posti meni harhaan.',
  resendDone: (count) => `${some(count)} lähetetään uudelleen.`,
  resendNot: (count) => `${some(count)} ei voi lähettää uudelleen:`,

  groupText: 'Tulee voimaan rekisteröitymisessä.',
  groupSearch: 'Hae käyttäjäryhmiä',
  groups: 'Käyttäjäryhmät',
  groupNone: 'Tällä tilillä ei ole vielä käyttäjäryhmiä.',
  groupHas: 'on jo ryhmässä',
  groupAdd: 'Lisää',
  groupDone: (count) => `${people(count)} lisätty käyttäjäryhmään.`,
  groupNot: (count) => `${people(count)} jäi lisäämättä:`,

  noneFound: 'Minkään nimi ei ole tällainen.',

  removed: (name) => `Kutsu poistettu: ${name}.`,
  removedMany: (count) => `${some(count)} poistettu.`,
  removedNobody: 'Rekisteröityneisiin ei kosketa.',
  removeNot: (count) => `${some(count)} ei voi poistaa:`,
  undo: 'Kumoa',
  undoFor: (seconds) => `${seconds} s`,
  undone: (count) => `${some(count)} taas luettelossa.`,
  undoneNot: (count) => `${some(count)} oli jo lähetetty pilveen, eikä niitä voi palauttaa.`,

  link: 'Linkki',
  linkText: 'Toinen linkki samaan kutsuun. Postitettu linkki pysyy voimassa.',
  linkOnce: 'Se näytetään vain nyt, eikä sitä säilytetä missään.',
  linkUntil: (when) => `Voimassa ${when} asti.`,
  linkAsking: 'Kysytään pilveltä …',
  linkCopy: 'Kopioi',
  linkCopied: 'Kopioitu',
  linkOffline: 'Linkin kopiointi tarvitsee pilven, johon ei nyt saada yhteyttä.',

  notices: 'Tehty ilman vaikutusta',
  notice: (entry) =>
    `${entry.name} ${entry.reason === 'registered' ? 'on rekisteröitynyt' : 'poistettiin muualla'}; ${nothingDone[entry.method]}.`,
  dismiss: 'Kuittaa',
  dismissOf: (name) => `Kuittaa ilmoitus: ${name}`,
} satisfies Messages['invitations']
