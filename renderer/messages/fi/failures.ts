import { apiVersion } from '../../../contracts/api-version.ts'
import type { Failure } from '../../../contracts/result.ts'
import type { StoreRefusal } from '../../../core/session.ts'
import type { Messages } from '../catalogue.ts'
import { refusals } from './refusals.ts'

const refusal = (code: StoreRefusal) => {
  const { happened, safe, todo } = refusals[code]
  return () => `${happened}; ${safe}. Jatkaaksesi ${todo}.`
}

function wait(failure: Failure): string {
  const seconds = failure.detail?.['retryInSeconds']
  if (typeof seconds !== 'number') return 'muutaman minuutin'
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} sekunnin`
  return `${Math.ceil(seconds / 60)} minuutin`
}

export const failures = {
  malformed: ({ field }) =>
    `Kohtaa ${field ?? 'lomake'} ei voi ymmärtää; mitään ei muutettu. Korjaa se ja yritä uudelleen.`,
  forbidden: () =>
    'Tämä ikkuna ei saa kysyä sitä; mitään ei muutettu. Käynnistä Tapdesk uudelleen.',
  unavailable: () =>
    'Tapdeskin osaa käynnistetään uudelleen; tallennettu on tallessa. Yritä hetken kuluttua uudelleen.',

  locked: () => 'Työpiste on lukittu; mitään ei muutettu. Avaa ensin lukitus.',
  'wrong-pin': (failure) =>
    failure.detail === undefined
      ? 'Tämä ei ole PIN-koodisi. Yritä uudelleen.'
      : `Tämä ei ole PIN-koodisi. Yritä uudelleen ${wait(failure)} kuluttua.`,
  'no-pin': () =>
    'Tälle työpisteelle ei ole asetettu PIN-koodia. Käytä salasanaasi tai kirjaudu ulos ja uudelleen sisään.',
  'pin-too-simple': () =>
    'Tämä PIN-koodi arvataan ensimmäisenä; mitään ei muutettu. Valitse muita numeroita kuin 1234 tai 0000.',
  'not-recognised': () =>
    'Tietokone ei tunnistanut sinua; työpiste pysyy lukittuna. Yritä uudelleen tai käytä PIN-koodiasi.',

  'wrong-password': () =>
    'Tämä sähköposti ja salasana eivät kuulu yhteen; mitään ei muutettu. Yritä uudelleen.',
  'code-needed': () =>
    'Salasanasi on oikein; anna vielä todennussovelluksesi koodi tai palautuskoodi.',
  'code-wrong': () =>
    'Koodi on väärä tai jo käytetty; mitään ei muutettu. Anna koodi, jota sovelluksesi näyttää nyt.',
  'second-factor-changed': () =>
    'Kaksivaiheinen tunnistuksesi on muuttunut; mitään ei tehty. Katso sitä uudelleen.',
  'cloud-away': () =>
    'Pilvi ei vastaa; tällä koneella oleva on tallessa. Tarkista verkko tai osoite ja yritä uudelleen.',
  'cloud-proxy': () =>
    'Tämän verkon välityspalvelin ei päästä Tapdeskia läpi; mitään ei muutettu. Pyydä verkon ylläpitäjää sallimaan tämä osoite.',
  'cloud-certificate': () =>
    'Tämän osoitteen varmenteeseen ei luoteta tällä koneella, joten mitään ei lähetetty. Jos verkkosi tarkastaa yhteydet, sen varmenne on asennettava tähän; muuten tarkista osoite.',
  'cloud-date': () =>
    'Tämän osoitteen varmenne ei ole voimassa tämän koneen päivämääränä, joten mitään ei lähetetty. Tarkista koneen päivämäärä ja kellonaika.',
  'not-a-cloud': () =>
    'Tästä osoitteesta vastaa jokin muu sivu, ei Tapdesk-pilvi. Jos verkko vaatii ensin kirjautumisen selaimessa, tee se ja yritä uudelleen; muuten tarkista osoite.',
  'bad-address': () =>
    'Tämä ei ole pilven osoite; mitään ei lähetetty. Se on muotoa https://cloud.example.com.',
  'too-many-attempts': (failure) =>
    `Liian monta yritystä; mitään ei muutettu. Yritä uudelleen ${wait(failure)} kuluttua.`,
  'no-account': () =>
    'Sinut tunnistettiin, mutta sinulla ei ole roolia, joka saa käyttää työpistettä. Kysy tilin ylläpitäjältä.',
  'account-inactive': () =>
    'Tämän henkilön tili on poistettu käytöstä; tällä koneella oleva on tallessa. Kysy tilin omistajalta.',
  'cloud-trouble': () =>
    'Pilvi vastaa virheellä; tällä koneella oleva on tallessa. Yritä muutaman minuutin kuluttua uudelleen.',
  upgrade: ({ detail }) =>
    Number(detail?.['cloudApi'] ?? apiVersion) < apiVersion
      ? 'Pilvi on vanhempi kuin tämä Tapdesk; tällä koneella oleva on tallessa. Pyydä pilven ylläpitäjää päivittämään se.'
      : 'Tämä Tapdeskin versio ja pilvi eivät ymmärrä toisiaan; tällä koneella oleva on tallessa. Asenna uusin versio.',
  'way-not-offered': () =>
    'Tähän pilveen ei enää kirjauduta selaimella; mitään ei muutettu. Käytä salasanaasi.',
  'browser-not-opened': () =>
    'Tietokone ei avannut selainta; mitään ei muutettu. Aseta oletusselain ja yritä uudelleen tai käytä salasanaasi.',
  'browser-port-taken': () =>
    'Toinen ohjelma on paikalla, johon selain palaisi; mitään ei muutettu. Sulje muut ohjelmat ja yritä uudelleen tai käytä salasanaasi.',
  'browser-timeout': () =>
    'Selain ei palannut viidessä minuutissa; mitään ei muutettu. Yritä uudelleen tai käytä salasanaasi.',
  'browser-denied': () =>
    'Kirjautuminen evättiin tai keskeytettiin selaimessa; mitään ei muutettu. Yritä uudelleen tai käytä salasanaasi.',
  'browser-cancelled': () => 'Kirjautuminen selaimessa peruttiin; mitään ei muutettu.',
  'provider-away': () =>
    'Pilvi ei tavoita tunnistautumispalvelua; mitään ei muutettu. Yritä muutaman minuutin kuluttua uudelleen tai käytä salasanaasi.',
  'provider-refused': () =>
    'Tunnistautumispalvelun vastaus ei todista, kuka olet; mitään ei muutettu. Yritä uudelleen tai käytä salasanaasi.',
  'email-unverified': () =>
    'Tunnistautumispalvelu ei ole varmistanut, että sähköposti on sinun; mitään ei muutettu. Vahvista se siellä ja yritä uudelleen tai käytä salasanaasi.',
  'person-unknown': () =>
    'Sinut tunnistettiin, mutta kukaan tässä pilvessä ei kirjaudu sinuna siitä palvelusta; mitään ei muutettu. Kysy tilin ylläpitäjältä tai käytä salasanaasi.',
  'other-person': () =>
    'Selaimessa on kirjautuneena joku muu; mitään ei muutettu. Kirjaudu siellä ulos ja yritä uudelleen tai käytä salasanaasi.',
  'demo-failed': () =>
    'Sisäänrakennettua pilveä ei voitu käynnistää; mitään ei muutettu. Käynnistä Tapdesk uudelleen ja yritä taas.',

  'not-held': () =>
    'Kortti ei ole enää tällä henkilöllä; mitään ei muutettu. Katso hänen korttinsa uudelleen.',
  'has-card': () =>
    'Henkilöllä on jo tämä kortti tai toinen varsinainen kortti; mitään ei muutettu. Vaihda se tai ota tämä takaisin.',
  'too-many': () =>
    'Henkilöllä on liian monta korttia; mitään ei muutettu. Ota ensin joitakin takaisin.',
  'card-held': ({ detail }) =>
    `Kortin haltija on ${detail?.['name'] || 'joku muu'}; mitään ei muutettu. Käytä toista korttia.`,
  'end-passed': () => 'Päättymisaika on jo ohi; mitään ei muutettu. Valitse myöhempi.',
  'cards-not-allowed': () =>
    'Roolisi ei saa muuttaa tämän henkilön kortteja; mitään ei muutettu. Kysy ylläpitäjältä.',

  'desks-not-allowed': () =>
    'Roolisi ei saa nähdä, missä muut ovat kirjautuneina. Kysy tilin pääkäyttäjältä.',
  'audit-not-allowed': () => 'Roolisi ei saa lukea tapahtumalokia. Kysy tilin ylläpitäjältä.',
  'log-not-allowed': () => 'Roolisi ei saa lukea korttilokia. Kysy ylläpitäjältä.',

  gone: () => 'Tämä henkilö poistettiin sillä välin; mitään ei muutettu.',
  registered: () => 'Tämä henkilö on sillä välin rekisteröitynyt; mitään ei muutettu.',
  'not-sent': () =>
    'Tämä kutsu ei ole vielä pilvessä; se on tallessa tällä koneella. Yritä, kun se on perillä.',
  expired: () => 'Tämä kutsu on vanhentunut; mitään ei muutettu. Lähetä se uudelleen.',
  'sign-in-needed': () => 'Pilvi pyytää kirjautumaan uudelleen; tallennettu on tallessa.',

  'profile-not-allowed': () =>
    'Vain tilin pääkäyttäjä voi muuttaa korttiprofiilia; mitään ei muutettu.',
  'profile-changed': () =>
    'Joku muu on muuttanut tilin asetuksia sillä välin; mitään ei tallennettu. Tarkista ne ja tallenna uudelleen.',

  'signed-out': () =>
    'Kukaan ei ole enää kirjautuneena; tallennettu on tallessa. Kirjaudu uudelleen.',
  invalid: () => 'Tätä ei voi hyväksyä tällaisenaan; mitään ei tallennettu. Korjaa ja yritä taas.',
  'name-missing': () => 'Ilman sähköpostia anna ainakin etu- tai sukunimi.',
  'role-not-allowed': () => 'Roolisi ei saa antaa tätä roolia. Valitse toinen.',
  'region-missing': () => 'Alueen ylläpitäjällä on yksi alue. Valitse Alue.',
  'email-not-allowed': () => 'Roolisi luo henkilöt ilman sähköpostia. Jätä sähköposti tyhjäksi.',
  'card-missing': () => 'Roolisi luo henkilöt kortin kanssa. Näytä kortti tai kirjoita sen numero.',
  'card-random': () =>
    'Tämä kortin numero on satunnainen ja vaihtuu joka näytöllä; mitään ei tallennettu. Käytä toista korttia.',
  'card-partial': () =>
    'Tämä on vain osa kortin numerosta; mitään ei tallennettu. Käytä toista lukijaa tai kirjoita koko numero.',
  'move-not-allowed': () =>
    'Et saa ottaa tätä korttia sen haltijalta; mitään ei tallennettu. Pyydä apua tilin pääkäyttäjältä tai käytä toista korttia.',
  'not-parked': () => 'Tämä on jo ratkaistu; mitään ei muutettu.',

  'database-newer': refusal('database-newer'),
  'database-damaged': refusal('database-damaged'),
  'read-only': refusal('read-only'),
  'disk-full': refusal('disk-full'),
  'not-durable': refusal('not-durable'),
  'not-written': () => 'Tiedostoa ei kirjoitettu. Valitse toinen kansio.',
  'in-use': refusal('in-use'),
} satisfies Messages['failures']
