import type { FormProblem } from '../registration/read-form.ts'
import { type Html, html } from './html.ts'
import type { PageWords } from './words.ts'

type Name = FormProblem['field']

/** The fields of a form, each with its label and what is wrong with it; the first wrong one has the cursor. */
export function fieldsOf(words: PageWords, problems: readonly FormProblem[]) {
  return (name: Name, attributes: Html, hint: string | null = null): Html => {
    const problem = problems.find((each) => each.field === name)
    const first = problems[0]?.field === name
    const described = [hint === null ? '' : `${name}-hint`, problem ? `${name}-bad` : '']
    const by = described.filter((id) => id !== '').join(' ')
    return html`<label for="${name}">${words[name]}</label>
      <input
        id="${name}"
        name="${name}"
        ${attributes}${by === '' ? null : html` aria-describedby="${by}"`}${problem ? html` aria-invalid="true"` : null}${first ? html` autofocus` : null}
      />
      ${hint === null ? null : html`<p class="hint" id="${name}-hint">${hint}</p>`}
      ${problem ? html`<p class="bad" id="${name}-bad">${words.problems[problem.problem]}</p>` : null}`
  }
}

/** A password that is chosen, twice, with the email that it is for. */
export function passwordFields(words: PageWords, problems: readonly FormProblem[]): Html {
  const field = fieldsOf(words, problems)
  const secret = html`type="password" autocomplete="new-password" required`
  return html`${field('password', secret, words.passwordHint)} ${field('repeated', secret)}`
}

/** For password managers too. */
export function emailField(words: PageWords, email: string): Html {
  return html`<label for="email">${words.email}</label>
    <input id="email" type="email" autocomplete="username" value="${email}" readonly />`
}

/** What is wrong, before the form; null: nothing. */
export function whatIsWrong(words: PageWords, problems: readonly FormProblem[]): Html | null {
  if (problems.length === 0) return null
  const summary = problems.map(
    ({ field, problem }) => `${words[field]}: ${words.problems[problem]}`,
  )
  return html`<p class="bad" role="alert">${words.wrong} ${summary.join(' ')}</p>`
}
