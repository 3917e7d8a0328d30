import type { StoreRefusal } from '../../../core/session.ts'
import type { RefusalText } from '../en/refusals.ts'

export const refusals: Record<StoreRefusal, RefusalText> = {
  'database-newer': {
    happened: 'Tämän koneen tiedot on kirjoittanut uudempi Tapdesk',
    safe: 'mitään ei luettu eikä muutettu',
    todo: 'asenna uudempi versio ja käynnistä uudelleen',
  },
  'database-damaged': {
    happened: 'Tämän koneen tiedot ovat vaurioituneet',
    safe: 'tiedosto jätettiin ennalleen, ja se mitä pilvessä on, on siellä tallessa',
    todo: 'kopioi alla oleva tiedosto turvalliseen paikkaan ja pyydä tukea ennen muuta',
  },
  'read-only': {
    happened: 'Tapdesk ei saa kirjoittaa kansioonsa tällä koneella',
    safe: 'kaikki jo tallennettu on tallessa',
    todo: 'salli käyttäjällesi kirjoittaminen alla olevaan paikkaan ja yritä uudelleen',
  },
  'disk-full': {
    happened: 'Tämän koneen levy on täynnä',
    safe: 'kaikki jo tallennettu on tallessa; tätä viimeistä ei tallennettu',
    todo: 'vapauta tilaa ja yritä uudelleen',
  },
  'not-durable': {
    happened: 'Tämän koneen levy ei säilytä sitä, mitä sen käsketään säilyttää',
    safe: 'mitään ei otettu vastaan, joten mitään ei voi kadota',
    todo: 'käytä kansiota paikallisella levyllä',
  },
  'in-use': {
    happened: 'Toinen ohjelma pitää Tapdeskin tietoja varattuina',
    safe: 'mitään ei muutettu',
    todo: 'sulje toinen ohjelma (varmuuskopio tai virustarkistus voi viedä hetken) ja yritä uudelleen',
  },
}
