import type { PersonFields } from '../../core/person.ts'
import { t } from '../messages.ts'
import { groupNames, regionName, useDirectory } from '../stores/directory.ts'

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

/** With the region that somebody is of, where there are several to tell apart. */
export function RoleCell({ role, regionId }: Pick<PersonFields, 'role' | 'regionId'>) {
  const directory = useDirectory((known) => known.directory)
  const several = (directory?.regions?.length ?? 0) > 1
  const region = several ? regionName(directory, regionId) : null
  const words = t.words.roles[role]
  if (region === null) return <TextCell text={words} />
  return (
    <span className="stacked" title={`${words} · ${region}`}>
      <span>{words}</span>
      <span className="visually-hidden"> · </span>
      <span className="soft">{region}</span>
    </span>
  )
}
