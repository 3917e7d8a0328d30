import type { ReactNode } from 'react'
import { first } from '../first-messages.ts'

/** The bar of index.html's static shell with something under it: nothing moves when React takes over. */
export function Bare({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header className="shell-bar">{first.words.product}</header>
      <div className="bare">{children}</div>
    </>
  )
}
