import type { Messages } from '../catalogue.ts'

export const handOver = {
  give: 'Jätä työtoverille',
  giveOf: (whom) => `Jätä työtoverille: ${whom}`,
  title: 'Työtovereille jätetyt',
  intro: (count) =>
    count === 1
      ? 'Työtoveri jätti tämän sinulle, koska hänen roolinsa ei salli sitä. Kun otat sen hoitaaksesi, se lähetetään sinun nimissäsi.'
      : `Työtoverit jättivät nämä ${count} sinulle, koska heidän roolinsa ei salli niitä. Kun otat ne hoitaaksesi, ne lähetetään sinun nimissäsi.`,
  take: 'Ota hoitaaksesi',
  takeOf: (name) => `Ota hoitaaksesi: ${name}`,
  takeAll: (count) => `Ota kaikki ${count} hoitaaksesi`,
  drop: 'Jätä tekemättä',
  takeBack: 'Peru',
  read: 'Luettu',
  state: ({ own, state, from, by }) => {
    if (!own) return from === '' ? 'jättäjän tiedot on poistettu' : `jättäjä: ${from}`
    if (state === 'waiting')
      return 'odottaa tällä koneella työtoveria, jonka rooli sallii sen. Peru luopuu siitä.'
    return `${state === 'taken' ? 'hoitaakseen otti' : 'tekemättä jätti'} ${by || 'työtoveri'}`
  },
  left: (count) =>
    count === 1
      ? 'Yksi niistä koskee henkilöä, jota ei enää ole; se on yhä tässä.'
      : `${count} niistä koskee henkilöitä, joita ei enää ole; ne ovat yhä tässä.`,
} satisfies Messages['handOver']
