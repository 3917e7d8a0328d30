import type { MailTrouble } from '../../../core/mail-trouble.ts'
import type { Messages } from '../catalogue.ts'

const troubles: Record<MailTrouble, string> = {
  'address-unknown': 'Tuntematon osoite',
  'domain-unknown': 'Tuntematon verkkotunnus',
  'mailbox-off': 'Laatikko suljettu',
  'mailbox-full': 'Laatikko täynnä',
  'not-wanted': 'Postia ei oteta',
  'not-reached': 'Palvelin ei vastannut',
}

const another = 'Anna linkki muulla tavalla tai korjaa sähköposti ja lähetä uudelleen.'
const mends: Record<MailTrouble, string> = {
  'address-unknown': 'Korjaa sähköposti ja lähetä uudelleen.',
  'domain-unknown': 'Korjaa sähköposti ja lähetä uudelleen.',
  'mailbox-off': 'Kysy toinen sähköposti ja lähetä uudelleen.',
  'mailbox-full': 'Lähetä myöhemmin uudelleen tai kysy toinen sähköposti.',
  'not-wanted': another,
  'not-reached': another,
}

const number = new Intl.NumberFormat('fi')

export const pending = {
  title: 'Odottavat kutsut',
  columns: {
    name: 'Nimi',
    email: 'Sähköposti',
    group: 'Ryhmä',
    role: 'Rooli',
    inviteSent: 'Lähetetty',
    state: 'Tila',
    actions: 'Toiminnot',
    delete: 'Poista',
  },
  tapsHere: 'Näytetty kortti löytää haltijansa tästä.',
  notSentYet: 'Ei vielä',
  search: 'Haku',
  searchHint: 'Nimi, sähköposti, yritys, kortti',
  found: (total) => (total === '1' ? '1 kutsu löytyi' : `${total} kutsua löytyi`),
  rowsPerPage: 'Rivejä sivulla',
  pagesAbove: 'Sivut, taulukon yläpuolella',
  pagesBelow: 'Sivut, taulukon alapuolella',
  first: 'Ensimmäinen sivu',
  previous: 'Edellinen sivu',
  next: 'Seuraava sivu',
  last: 'Viimeinen sivu',
  count: (total, exact) => (exact ? number.format(total) : `noin ${number.format(total)}`),
  range: (from, to, total) => `${number.format(from)} – ${number.format(to)} / ${total}`,
  rangeNone: '0 / 0',
  loading: 'Luetaan luetteloa …',
  emptyTitle: 'Ei odottavia kutsuja',
  empty:
    'Sähköpostilla kutsumasi henkilöt odottavat tässä, kunnes he rekisteröityvät. Ilman sähköpostia luodut ovat heti käyttäjiä, eikä heitä luetella tässä.',
  emptyNeverSynced: 'Luettelo täyttyy, kun pilveen on saatu yhteys ensimmäisen kerran.',
  nobodyFound: (text) => `Haku ”${text}” ei löytänyt ketään`,
  nobodyFoundHint:
    'Haku etsii nimistä, sähköposteista, organisaatioista ja korttien numeroista. Rekisteröityneet ovat käyttäjiä, eikä heitä luetella tässä.',
  clearSearch: 'Tyhjennä haku',
  retry: 'Yritä uudelleen',
  mail: {
    sent: 'Lähetetty',
    opened: 'Sivu avattu',
    expired: 'Vanhentunut',
    refused: 'Posti torjuttu',
  },
  refusedBecause: (reason) => `Postipalvelin sanoi: ${reason}`,
  troubles,
  undelivered: (what) => `Ei perillä: ${what}`,
  mend: (trouble) =>
    trouble === null ? 'Tarkista sähköposti ja lähetä uudelleen.' : mends[trouble],
  openedAt: (when) => `Rekisteröitymissivu avattiin ${when}.`,
  expiresAt: (when) => `Linkki on voimassa ${when} asti.`,
  expiredAt: (when) => `Linkki vanheni ${when}. Uudelleenlähetys uusii sen.`,
  select: (name) => `Valitse ${name}`,
  selectPage: 'Valitse kaikki tällä sivulla',
  selected: (count) => `${number.format(count)} valittu`,
  selectAll: (count) => `Valitse kaikki ${count}`,
  selectFirst: (count) => `Valitse ensimmäiset ${number.format(count)}`,
  selectionFull: (limit) => `Enintään ${number.format(limit)} voidaan valita.`,
  clearSelection: 'Tyhjennä valinta',
} satisfies Messages['pending']
