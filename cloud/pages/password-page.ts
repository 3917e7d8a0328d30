import type { FormProblem } from '../registration/read-form.ts'
import { emailField, passwordFields, whatIsWrong } from './form-fields.ts'
import { html } from './html.ts'
import type { Language } from './language.ts'
import { page } from './layout.ts'
import { pageWords } from './words.ts'

/** The form of a link to another password. It posts to its own address, which is what holds the token. */
export function passwordPage(
  language: Language,
  { email, problems }: { readonly email: string; readonly problems: readonly FormProblem[] },
): string {
  const words = pageWords[language]
  const { title, intro, submit } = words.newPassword
  return page(
    language,
    problems.length > 0 ? `${words.wrong} ${title}` : title,
    html`<h1>${title}</h1>
      <p>${intro}</p>
      ${whatIsWrong(words, problems)}
      <form method="post">
        ${emailField(words, email)} ${passwordFields(words, problems)}
        <button type="submit">${submit}</button>
      </form>`,
  )
}
