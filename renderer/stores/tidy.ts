import type { Values } from './form-rules.ts'

/** Spaces that nobody sees and that travel along with what is copied from a page or a table. */
const invisible = /[\u00AD\u200B\u2060\uFEFF]/g

/** What a person meant by a line that was typed or pasted: no spaces around it, single ones within. */
export function tidyLine(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim()
}

/** An address copied from a mail program comes as "Name <address>" or as a link. */
export function tidyEmail(text: string): string {
  const line = tidyLine(text)
  const inBrackets = /<([^<>\s]+)>$/.exec(line)?.[1]
  return (inBrackets ?? line).replace(/^mailto:/i, '')
}

/** Every field as it is checked and sent; the notes keep their lines. */
export function tidied<V extends Values>(values: V): V {
  return {
    ...values,
    email: tidyEmail(values.email),
    firstName: tidyLine(values.firstName),
    lastName: tidyLine(values.lastName),
    organization: tidyLine(values.organization),
    surfaceId: tidyLine(values.surfaceId),
    additionalInformation: values.additionalInformation.trim(),
  }
}
