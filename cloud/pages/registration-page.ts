import type { Granted } from '../registration/granted-names.ts'
import type { FormProblem, RegistrationForm } from '../registration/read-form.ts'
import { type Html, html } from './html.ts'
import type { Language } from './language.ts'
import { page } from './layout.ts'
import { type PageWords, pageWords } from './words.ts'

export type RegistrationPage = {
  readonly account: string
  readonly email: string
  readonly granted: Granted
  /** Has a login already: only says yes. */
  readonly joins: boolean
  readonly names: Pick<RegistrationForm, 'firstName' | 'lastName'>
  readonly problems: readonly FormProblem[]
}

/** The form of a registration link. It posts to its own address, which is what holds the token. */
export function registrationPage(language: Language, shown: RegistrationPage): string {
  const words = pageWords[language]
  const title = words.welcome(shown.account)
  const wrong = shown.problems.length > 0
  return page(
    language,
    wrong ? `${words.wrong} ${title}` : title,
    html`<h1>${title}</h1>
      <p>${shown.joins ? words.joinIntro(shown.email) : words.intro}</p>
      ${wrong ? html`<p class="bad" role="alert">${words.wrong} ${summary(words, shown.problems)}</p>` : null}
      ${grantedList(words, shown.granted)}
      <form method="post">
        ${shown.joins ? null : fields(words, shown)}
        <button type="submit">${shown.joins ? words.join : words.submit}</button>
      </form>`,
  )
}

function fields(words: PageWords, { email, names, problems }: RegistrationPage): Html {
  const field = (name: FormProblem['field'], attributes: Html, hint: string | null = null) => {
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
  const text = (value: string, purpose: string) =>
    html`type="text" maxlength="100" autocomplete="${purpose}" value="${value}"`
  const secret = html`type="password" autocomplete="new-password" required`
  return html`<label for="email">${words.email}</label>
    <input id="email" type="email" autocomplete="username" value="${email}" readonly />
    ${field('firstName', text(names.firstName, 'given-name'))}
    ${field('lastName', text(names.lastName, 'family-name'))}
    ${field('password', secret, words.passwordHint)} ${field('repeated', secret)}`
}

function summary(words: PageWords, problems: readonly FormProblem[]): string {
  return problems
    .map(({ field, problem }) => `${words[field]}: ${words.problems[problem]}`)
    .join(' ')
}

function grantedList(words: PageWords, { groups, rights }: Granted): Html | null {
  if (groups.length + rights.length === 0) return null
  const items = (texts: readonly string[]) =>
    html`<ul>
      ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>`
  const described = rights.map(({ target, schedule, ...period }) => {
    const parts = [target, words.period(period), schedule ? words.schedule(schedule) : '']
    return parts.filter((part) => part !== '').join(', ')
  })
  return html`<h2>${words.granted}</h2>
    ${
      groups.length > 0
        ? html`<h3>${words.groups}</h3>
            ${items(groups)}`
        : null
    }
    ${
      rights.length > 0
        ? html`<h3>${words.rights}</h3>
            ${items(described)}`
        : null
    }`
}
