import { expect, it } from 'vitest'
import { readProblem } from './problem.ts'

// Chromium hands over what a proxy answers; Node's fetch makes it a failure without words.
it('tells the sign-in of a proxy from any other page', () => {
  const page = {
    contentType: 'text/html',
    retryAfter: null,
    date: null,
    text: '<h1>Who are you?</h1>',
  }
  expect(readProblem({ ...page, status: 407 })).toEqual({ ok: false, code: 'proxy' })
  expect(readProblem({ ...page, status: 401 })).toEqual({ ok: false, code: 'not-a-cloud' })
})
