import type { Messages } from '../catalogue.ts'

export const shortcuts = {
  title: 'Pikanäppäimet',
  close: 'Sulje',
  keys: {
    enter: 'Enter',
    escape: 'Esc',
    control: 'Ctrl',
    shift: 'Vaihto',
    delete: 'Del',
    command: '⌘',
  },
  what: {
    newPerson: 'Uusi henkilö, juuri näytetyllä kortilla jos sellainen on',
    search: 'Haku',
    chooseCard: 'Kortin tunnuksessa: valitse luettu kortti',
    send: 'Lähetä lomake',
    email: 'Siirry sähköpostiin',
    escape: 'Sulje, tai kysy ennen hylkäämistä',
    discard: 'Hylkää muutokset',
    sync: 'Synkronoi nyt',
    lock: 'Lukitse työpiste',
    zoom: 'Suurempi, pienempi, normaali koko',
    rosterSkip: 'Nimilista: ohita',
    rosterBack: 'Nimilista: takaisin',
    rosterAbsent: 'Nimilista: poissa',
    rosterUndo: 'Nimilista: kumoa',
    rosterMove: 'Nimilista: siirrä kortti tälle',
    help: 'Näytä tämä luettelo',
  },
} satisfies Messages['shortcuts']
