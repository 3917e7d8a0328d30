import { t } from '../messages.ts'
import { groupNames, useDirectory } from '../stores/directory.ts'

/** A word or two about a person; whole on hover where there is no room. */
export function TextCell({ text }: { readonly text: string }) {
  if (text === '') return <span className="soft">{t.words.nobody}</span>
  return (
    <span className="two-lines" title={text}>
      {text}
    </span>
  )
}

/** Broken at the @, if at all. */
export function EmailCell({ email }: { readonly email: string | null }) {
  if (email === null) return <TextCell text="" />
  const domain = email.lastIndexOf('@') + 1
  return (
    <span className="two-lines" title={email}>
      {email.slice(0, domain)}
      <wbr />
      {email.slice(domain)}
    </span>
  )
}

export function GroupsCell({ ids }: { readonly ids: readonly string[] }) {
  const directory = useDirectory((known) => known.directory)
  return <TextCell text={groupNames(directory, ids).join(', ')} />
}
