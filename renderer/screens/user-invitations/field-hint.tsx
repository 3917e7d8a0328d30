import type { ReactNode } from 'react'

type Props = {
  /** What this computer knows already of the value; takes the place of the hint. */
  readonly known: string | null
  readonly children: ReactNode
}

/** The place is always there, so that what appears in it is read out. */
export function FieldHint({ known, children }: Props) {
  return (
    <>
      {known === null && children}
      <output className="field-known" title={known ?? undefined}>
        {known}
      </output>
    </>
  )
}
