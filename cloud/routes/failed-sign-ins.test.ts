import { expect, it } from 'vitest'
import { createFailedSignIns } from './failed-sign-ins.ts'

function guessing() {
  let at = 0
  const failures = createFailedSignIns(() => at)
  const fail = (times: number) => {
    for (let nth = 0; nth < times; nth++) failures.failed('A@x.example', 'here')
  }
  const wait = (email = 'a@x.example', address = 'here') => failures.waitSeconds(email, address)
  return { failures, fail, wait, pass: (ms: number) => (at += ms) }
}

it('lets ten mistakes pass and then makes the eleventh attempt wait', () => {
  const { fail, wait } = guessing()
  fail(9)
  expect(wait()).toBe(0)
  fail(1)
  expect(wait()).toBe(300)
})

it('concerns one email from one address', () => {
  const { fail, wait } = guessing()
  fail(10)
  expect(wait('b@x.example')).toBe(0)
  expect(wait('a@x.example', 'elsewhere')).toBe(0)
})

it('is over after the wait, and after the right password', () => {
  const { failures, fail, wait, pass } = guessing()
  fail(10)
  pass(300_000)
  expect(wait()).toBe(0)
  fail(9)
  failures.succeeded('a@x.example', 'here')
  fail(9)
  expect(wait()).toBe(0)
})
