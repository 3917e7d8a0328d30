import type { Messages } from '../catalogue.ts'

export const secondFactor = {
  title: 'Kaksivaiheinen tunnistus',
  about:
    'Silloin salasana ei yksin riitä: lisäksi kysytään puhelimesi todennussovelluksen näyttämä koodi.',
  password: 'Salasana',
  passwordHint: 'Se, jolla kirjaudut sisään.',
  missingPassword: 'Anna salasanasi.',
  next: 'Seuraava',
  scan: 'Lue tämä puhelimesi todennussovelluksella.',
  picture: 'QR-koodi todennussovellukselle',
  secret: 'Tai kirjoita tämä sovellukseen',
  code: 'Koodi',
  codeHint: '6 numeroa, jotka sovellus näyttää nyt.',
  missingCode: 'Anna koodi.',
  turnOn: 'Ota käyttöön',
  isOn: 'Kaksivaiheinen tunnistus on käytössä.',
  codesTitle: 'Palautuskoodit',
  codesAbout:
    'Ilman puhelinta pääset kullakin näistä sisään kerran. Ne näytetään vain nyt: säilytä ne varmassa paikassa, ei tällä koneella.',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  print: 'Tulosta',
  done: 'Olen tallettanut ne',
  notAgain: 'Näitä koodeja ei näytetä uudestaan. Talleta ne ensin.',
  since: (date) => `Käytössä ${date} alkaen.`,
  left: (count) => {
    if (count === 0) return 'Palautuskoodeja ei ole jäljellä: tee uudet.'
    return count === 1 ? '1 palautuskoodi jäljellä.' : `${count} palautuskoodia jäljellä.`
  },
  proofAbout: 'Muutoksiin tarvitaan tunnistus.',
  proofCodeHint: 'Todennussovelluksesi koodi tai palautuskoodi.',
  byCode: 'Käytä koodia',
  byPassword: 'Käytä salasanaa',
  renew: 'Uudet palautuskoodit',
  turnOff: 'Poista käytöstä',
  cancel: 'Peruuta',
  close: 'Sulje',
  wait: 'Kysytään pilveltä …',
} satisfies Messages['secondFactor']
