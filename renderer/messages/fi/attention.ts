import { type ParkedProblem, isOutside } from '../../../core/operation.ts'
import type { Messages } from '../catalogue.ts'
import { form } from './form.ts'
import { words } from './words.ts'

const fieldName = (field: string) =>
  Object.entries(form.fields).find(([key]) => key === field)?.[1] ?? field

function reason(problem: ParkedProblem): string {
  switch (problem.code) {
    case 'schema':
      return `Pilvi ei hyväksy kenttää ${fieldName(problem.field)}. Korjaa se ja lähetä uudelleen.`
    case 'key.reuse':
      return 'Pilvessä on muuta tietoa samalla numerolla. Muokkaa ja lähetä uudelleen.'
    case 'stale':
      return 'Joku muutti tätä henkilöä sillä välin. Katso ja lähetä uudelleen, tai hylkää tämä.'
    case 'gone':
      return 'Tämä henkilö poistettiin sillä välin. Luo hänet uudelleen tai hylkää tämä.'
    case 'registered':
      return 'Tämä henkilö on sillä välin rekisteröitynyt; mitään ei muutettu.'
    case 'card.taken':
      return isOutside(problem)
        ? 'Kortti on henkilöllä, joka ei kuulu alueeseesi. Käytä toista korttia tai jatka ilman korttia.'
        : `Kortin haltija on ${problem.holder.name || 'joku muu'}. Siirrä se tähän, käytä toista korttia tai jatka ilman korttia.`
    case 'email.taken':
      return isOutside(problem)
        ? 'Sähköposti on henkilöllä, joka ei kuulu alueeseesi. Käytä toista, jatka ilman tai hylkää tämä.'
        : `Tämä sähköposti on jo henkilöllä ${problem.holder.name || 'joku muu'}. Käytä toista, jatka ilman tai hylkää tämä.`
    case 'role.forbidden':
      return problem.allowed.length === 0
        ? 'Et saa antaa rooleja tällä tilillä.'
        : `Et saa antaa tätä roolia. Sallitut: ${problem.allowed.map((role) => words.roles[role]).join(', ')}.`
    case 'region.required':
      return 'Alueen ylläpitäjällä on yksi alue. Valitse Alue ja lähetä uudelleen.'
    case 'region.gone':
      return 'Alue poistettiin sillä välin. Valitse toinen alue ja lähetä uudelleen.'
    case 'region.forbidden':
      return 'Voit antaa vain oman alueesi. Tilin ylläpitäjä voi antaa muita: jätä se hänelle tai hylkää tämä.'
    case 'email.forbidden':
      return 'Roolisi luo henkilöt ilman sähköpostia. Jätä sähköposti tyhjäksi.'
    case 'card.required':
      return 'Roolisi luo henkilöt kortin kanssa. Näytä kortti ja lähetä uudelleen.'
    case 'card.refused':
      return problem.reason === 'random'
        ? 'Tämä kortin numero on satunnainen ja vaihtuu joka näytöllä. Käytä toista korttia.'
        : 'Tämä on vain osa kortin numerosta. Näytä kortti toiselle lukijalle tai kirjoita koko numero.'
    case 'card.step':
      return {
        'not-held':
          'Joku muutti henkilön kortteja sillä välin: kortti ei ole enää hänen. Katso hänen korttinsa ja hylkää tämä.',
        'has-card':
          'Henkilöllä on jo toinen kortti. Katso hänen korttinsa ja hylkää tämä, tai ota kortti takaisin.',
        'too-many': 'Henkilöllä on liian monta korttia. Ota ensin joitakin takaisin.',
      }[problem.reason]
    case 'email.other-role':
      return 'Tällä henkilöllä on toinen rooli toisella tilillä, joten hän ei voi liittyä tällä sähköpostilla. Käytä toista sähköpostia, jatka ilman tai hylkää tämä.'
    case 'group.gone':
      return 'Käyttäjäryhmä poistettiin sillä välin. Valitse toinen ryhmä tai jatka ilman.'
    case 'resource.gone':
      return 'Resurssi poistettiin sillä välin. Jatka ilman sitä tai hylkää tämä.'
    case 'schedule.gone':
      return 'Viikko-ohjelma poistettiin sillä välin. Jatka ilman sitä seuraavia oikeuksia tai hylkää tämä.'
    case 'forbidden':
      return 'Et saa tehdä tätä tällä tilillä. Tilin ylläpitäjä saa: jätä se tällä koneella työskentelevälle, pidä tämä, kunnes roolisi muuttuu, tai hylkää.'
    case 'conflict.field':
      return `Joku muu muutti sillä välin: ${problem.fields.map(fieldName).join(', ')}. Pidä omasi, ota toisen tai muokkaa.`
    case 'restored':
      return 'Poistit tämän henkilön, mutta pilveen palautettiin varmuuskopio sitä edeltävältä ajalta, joten hän on siellä taas. Poista uudelleen, tai hylkää tämä ja pidä hänet.'
    case 'client.bug':
      return 'Tapdesk ei enää osaa lukea tätä. Se säilytetään; ilmoita tukeen tämä numero:'
  }
}

function reasonOfMany(problem: ParkedProblem): string {
  if (problem.code === 'card.taken')
    return 'Näillä korteilla on jo haltijat. Siirrä kortit, käytä toisia tai jatka ilman.'
  if (problem.code === 'email.taken')
    return 'Nämä sähköpostit ovat jo muilla. Korjaa ne tai jatka ilman.'
  if (problem.code === 'conflict.field')
    return 'Joku muu muutti samoja kenttiä sillä välin. Pidä omasi tai ota toisen.'
  return reason(problem)
}

export const attention = {
  title: 'Vaatii huomiota',
  intro: (count) =>
    count === 1
      ? 'Pilvi hylkäsi yhden kohteen. Se on tallessa tällä koneella, kunnes päätät.'
      : `Pilvi hylkäsi ${count} kohdetta. Ne ovat tallessa tällä koneella, kunnes päätät.`,
  reason,
  goneOrElsewhere:
    'Tämä henkilö poistettiin sillä välin tai kuuluu nyt toiseen alueeseen. Luo hänet uudelleen tai hylkää tämä.',
  reasonOfMany,
  remedies: {
    mine: 'Pidä omani',
    theirs: 'Ota toisen',
    again: 'Lähetä uudelleen',
    deleteAnyway: 'Poista silti',
    deleteAgain: 'Poista uudelleen',
    anew: 'Luo uudelleen',
    withoutIt: 'Ilman sitä',
    withoutGroup: 'Ilman ryhmää',
    withoutEmail: 'Ilman sähköpostia',
    withoutCard: 'Ilman korttia',
    user: `Rooliksi ${words.roles.user}`,
    installer: `Rooliksi ${words.roles.installer}`,
    'regional-admin': `Rooliksi ${words.roles['regional-admin']}`,
    'account-admin': `Rooliksi ${words.roles['account-admin']}`,
  },
  remedyOf: (remedy, whom) => `${remedy}: ${whom}`,
  all: (count) => `Kaikki ${count}`,
  showMore: (more, left) => `Näytä ${more} lisää, jäljellä ${left}`,
  left: (count) =>
    count === 1
      ? 'Yksi niistä vaatii oman päätöksensä; se on yhä tässä.'
      : `${count} niistä vaatii oman päätöksensä; ne ovat yhä tässä.`,
  changedBy: (by, at) => `Muuttanut ${by}, ${at}.`,
  deletedBy: (by, at) => `Poistanut ${by}, ${at}.`,
  valuesOf: (name) => `Arvot: ${name}`,
  field: 'Kenttä',
  mine: 'Oma',
  theirs: 'Toisen',
  otherGroup: 'Toinen käyttäjäryhmä',
  groupOf: (whom) => `Toinen käyttäjäryhmä: ${whom}`,
  moveToGroup: 'Siirrä ryhmään',
  moveToGroupOf: (whom) => `Siirrä ryhmään: ${whom}`,
  edit: 'Muokkaa',
  editOf: (name) => `Muokkaa: ${name}`,
  discard: 'Hylkää',
  discardOf: (name) => `Hylkää: ${name}`,
  discardAsk: (name) => `Luovutaanko tästä: ${name}? Sitä ei lähetetä.`,
  discardYes: 'Luovu',
  keep: 'Pidä',
  editAsk: 'Lomakkeessa on jotain, jota ei ole lähetetty. Korvataanko se?',
  replace: 'Korvaa',
  unnamed: 'Nimetön henkilö',
} satisfies Messages['attention']
