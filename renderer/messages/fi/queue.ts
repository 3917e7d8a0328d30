import type { Messages } from '../catalogue.ts'

export const queue = {
  open: 'Näytä, mikä odottaa',
  title: 'Ei vielä pilvessä',
  about: 'Kaikki tässä on tallessa tällä koneella. Se lähetetään itsestään tässä järjestyksessä.',
  columns: { what: 'Mitä', who: 'Kenelle', since: 'Tallennettu', why: 'Miksi odottaa' },
  nobody: 'Kaikki on saapunut pilveen.',
  more: 'Näytä lisää',
  unnamed: 'Nimetön henkilö',
  close: 'Sulje',
  method: {
    create: 'Uusi henkilö',
    update: 'Muutos',
    delete: 'Poisto',
    grant: 'Ryhmät ja oikeudet',
    resend: 'Uudelleenlähetys',
    'move-card': 'Kortin siirto',
    card: 'Kortti kadonnut, löytynyt tai vaihdettu',
  },
  wait: {
    turn: 'Lähtee seuraavassa lähetyksessä',
    sending: 'Matkalla',
    undo: 'Voidaan vielä perua',
    behind: 'Odottaa saman henkilön tai kortin aiempaa tapahtumaa',
    'behind-attention': 'Odottaa aiempaa tapahtumaa, joka vaatii huomiota',
    troubled: 'Pilvi epäonnistui tässä; yritetään itsestään uudelleen',
    attention: 'Vaatii huomiota: sinun päätöksesi',
  },
} satisfies Messages['queue']
