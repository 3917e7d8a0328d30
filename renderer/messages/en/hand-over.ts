import type { HandOver } from '../../../core/hand-over.ts'

export const handOver = {
  give: 'Hand over to a colleague',
  giveOf: (whom: string) => `Hand over to a colleague: ${whom}`,
  title: 'Handed over',
  intro: (count: number) =>
    count === 1
      ? 'A colleague left this to you, because their role may not do it. Taken over, it is sent under your name.'
      : `Colleagues left these ${count} to you, because their role may not do it. Taken over, they are sent under your name.`,
  take: 'Take over',
  takeOf: (name: string) => `Take over: ${name}`,
  takeAll: (count: number) => `Take over all ${count}`,
  drop: 'Drop',
  takeBack: 'Take back',
  read: 'Read',
  state: ({ own, state, from, by }: HandOver) => {
    if (!own) return from === '' ? 'from somebody who was erased' : `from ${from}`
    if (state === 'waiting')
      return 'waits at this computer for a colleague whose role may do it. Take back gives it up.'
    return `${state === 'taken' ? 'taken over' : 'dropped'} by ${by || 'a colleague'}`
  },
  left: (count: number) =>
    count === 1
      ? 'One of them is about a person who is not there any more; it is still here.'
      : `${count} of them are about people who are not there any more; they are still here.`,
}
