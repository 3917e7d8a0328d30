import type { Granted } from '../registration/granted-names.ts'
import type { FormProblem, RegistrationForm } from '../registration/read-form.ts'
import { emailField, fieldsOf, passwordFields, whatIsWrong } from './form-fields.ts'
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
      ${whatIsWrong(words, shown.problems)} ${grantedList(words, shown.granted)}
      <form method="post">
        ${shown.joins ? null : fields(words, shown)}
        <button type="submit">${shown.joins ? words.join : words.submit}</button>
      </form>`,
  )
}

function fields(words: PageWords, { email, names, problems }: RegistrationPage): Html {
  const field = fieldsOf(words, problems)
  const text = (value: string, purpose: string) =>
    html`type="text" maxlength="100" autocomplete="${purpose}" value="${value}"`
  return html`${emailField(words, email)} ${field('firstName', text(names.firstName, 'given-name'))}
  ${field('lastName', text(names.lastName, 'family-name'))} ${passwordFields(words, problems)}`
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
