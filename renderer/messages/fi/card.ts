import type { CardWords } from '../../../core/card/card-view.ts'
import type { FormId } from '../../../core/card/form.ts'
import type { Messages } from '../catalogue.ts'

const forms: Record<FormId, string> = {
  hex: 'Heksadesimaali',
  'hex-colon': 'Heksadesimaali, välissä ”:”',
  'hex-dash': 'Heksadesimaali, välissä ”-”',
  'hex-space': 'Heksadesimaali, välilyönnit',
  decimal: 'Desimaali',
  padded: 'Desimaali',
  'pair-8-16': 'Kohde, kortti (2H4H)',
  'pair-16-16': 'Kohde, kortti (4H4H)',
  'pair-16-19': 'Kohde, kortti (37 bittiä)',
  'facility-100000': 'Kohde × 100000 + kortti',
  comma: 'Luku ja pari',
  'wiegand-26': 'Wiegand 26 (H10301)',
  'wiegand-34': 'Wiegand 34 (H10306)',
  'wiegand-37': 'Wiegand 37 (H10304)',
}

const widthNames: Readonly<Record<number, string>> = { 3: '6H8D', 4: '8H10D', 5: '10H12D' }

const form: CardWords['form'] = ({ form: id, bytes, digits }) => {
  if (id !== 'padded') return forms[id]
  const name = widthNames[bytes]
  return `Desimaali, ${digits} numeroa${name === undefined ? '' : ` (${name})`}`
}

export const card = {
  title: 'Kortin tiedot',
  open: 'Tiedot',
  uid: 'UID',
  kind: 'Laji',
  bytes: (count) => `${count} tavua`,
  kinds: {
    'mifare-classic-1k': 'MIFARE Classic 1K',
    'mifare-classic-4k': 'MIFARE Classic 4K',
    'mifare-mini': 'MIFARE Mini',
    'mifare-plus': 'MIFARE Plus',
    ultralight: 'NTAG tai MIFARE Ultralight',
    'ultralight-c': 'MIFARE Ultralight C',
    desfire: 'MIFARE DESFire',
    topaz: 'Topaz',
    'type-a': 'ISO 14443 A -kortti',
    'type-b': 'ISO 14443 B -kortti',
    icode: 'ICODE',
    iso15693: 'ISO 15693 -kortti',
    felica: 'FeliCa',
    'low-frequency': '125 kHz:n kortti',
    phone: 'Puhelin tai kello',
    payment: 'Pankkikortti',
    identity: 'Henkilökortti tai passi',
    'iso14443-4': 'Prosessorikortti (ISO 14443-4)',
    contact: 'Kosketuskortti',
    unknown: 'Ei tiedossa; näytä kortti, niin se selviää',
  },
  form,
  cuts: {
    card: 'kortin järjestys',
    reversed: 'käännettynä',
    'first-4': '4 ensimmäistä tavua',
    'first-4-reversed': '4 ensimmäistä tavua käännettynä',
    'last-4': '4 viimeistä tavua',
    'last-4-reversed': '4 viimeistä tavua käännettynä',
    'first-3': '3 ensimmäistä tavua',
    'first-3-reversed': '3 ensimmäistä tavua käännettynä',
    'last-3': '3 viimeistä tavua',
    'last-3-reversed': '3 viimeistä tavua käännettynä',
    'last-5': '35 viimeistä bittiä',
    'first-5-reversed': '35 viimeistä bittiä käännettynä',
    cascade: '88 ja 3 ensimmäistä tavua',
    'cascade-reversed': '88 ja 3 ensimmäistä tavua käännettynä',
  },
  short: {
    random: 'Satunnainen: vaihtuu joka näytöllä.',
    'desfire-random': 'Satunnainen: vaihtuu joka näytöllä.',
    'cascade-tag': 'Vain osa numerosta.',
    truncated: 'Vain osa numerosta.',
    'maybe-random': 'Ehkä satunnainen: näytä kahdesti ja vertaa.',
    'fixed-phone': 'Monet puhelimet antavat tämän saman numeron.',
    blank: 'Ei oikean kortin numero.',
    'no-uid': 'Kortti ei antanut numeroa.',
    phone: 'Puhelin: numero voi vaihtua.',
    payment: 'Pankkikortti: numero voi vaihtua.',
    identity: 'Henkilökortti: numero voi vaihtua.',
    clonable: 'Tämä numero on helppo kopioida.',
  },
  advice: {
    random:
      'Satunnainen numero: kortti antaa joka näytöllä toisen, kuten puhelimet ja suojatut kortit. Sitä ei voi enää tunnistaa; käytä toista korttia.',
    'desfire-random':
      'DESFire-kortin satunnainen numero: se antaa joka näytöllä toisen. Käytä toista korttia tai pyydä kytkemään satunnainen tunnus pois.',
    'cascade-tag':
      'Vain pidemmän numeron alku, merkkinä 88: lukija lopetti liian aikaisin. Lue kortti toisella lukijalla.',
    truncated:
      'Lyhyempi kuin tämän lajin korteissa: lukija antoi vain osan. Lue kortti toisella lukijalla tai kirjoita koko numero.',
    'maybe-random':
      'Lopussa on 08: jos tämä lukija kääntää numerot, numero on satunnainen ja vaihtuu joka näytöllä. Näytä kortti kahdesti ja vertaa.',
    'fixed-phone':
      'Jotkin puhelimet antavat kaikki tämän saman numeron, joten se ei erota ketään. Käytä korttia.',
    blank:
      'Pelkkää 00:aa tai FF:ää: millään oikealla kortilla ei ole tätä numeroa. Lue kortti uudelleen tai käytä toista.',
    'no-uid': 'Lukija ei saanut kortilta numeroa. Kokeile toista lukijaa tai toista korttia.',
    phone: 'Puhelin tai kello: sen numero voi vaihtua seuraavalla näytöllä. Käytä korttia.',
    payment:
      'Pankkikortti: numero voi vaihtua, ja vaihtuu kun pankki uusii kortin. Käytä kulkukorttia.',
    identity:
      'Henkilökortti tai passi: useimmat antavat joka näytöllä toisen numeron. Käytä kulkukorttia.',
    clonable: 'Hyvä tietää: tämän lajin kortin numero on helppo kopioida toiseen.',
  },
  shortened: 'Joidenkin lukijoiden lyhentämänä',
  copy: 'Kopioi',
  copyOf: (label) => `Kopioi: ${label}`,
  copied: (text) => `Kopioitu: ${text}`,
  close: 'Sulje',
} satisfies Messages['card']
