import type { ReaderAnswer, ReaderQuestion, ToReader } from './messages.ts'

/** Questions that the reader process has not answered yet. */
export type ReaderQuestions = {
  /** null: the process is down, or ended before it answered. */
  readonly ask: <Kind extends ReaderQuestion['kind']>(
    reader: string,
    question: Extract<ReaderQuestion, { kind: Kind }>,
  ) => Promise<Extract<ReaderAnswer, { kind: Kind }> | null>
  readonly settle: (id: number, answer: ReaderAnswer) => void
  /** Nobody answers what was asked so far. */
  readonly drop: () => void
}

/** `post` returns whether there is a process to hear it. */
export function createReaderQuestions(post: (message: ToReader) => boolean): ReaderQuestions {
  const open = new Map<number, (answer: ReaderAnswer | null) => void>()
  let last = 0

  return {
    ask: (reader, question) =>
      new Promise((resolve) => {
        const id = (last += 1)
        open.set(id, (answer) => resolve(isAnswerTo(question, answer) ? answer : null))
        if (!post({ type: 'ask', id, reader, question })) settle(id, null)
      }),
    settle,
    drop: () => [...open.keys()].forEach((id) => settle(id, null)),
  }

  function settle(id: number, answer: ReaderAnswer | null) {
    open.get(id)?.(answer)
    open.delete(id)
  }
}

function isAnswerTo<Kind extends ReaderQuestion['kind']>(
  question: { kind: Kind },
  answer: ReaderAnswer | null,
): answer is Extract<ReaderAnswer, { kind: Kind }> {
  return answer?.kind === question.kind
}
