import type { ReactNode } from 'react'
import { t } from '../messages.ts'

/** The bar of index.html's static shell with something under it: nothing moves when React takes over. */
export function Bare({ children }: { readonly children: ReactNode }) {
  return (
    <>
      <header className="shell-bar">{t.words.product}</header>
      <div className="bare">{children}</div>
    </>
  )
}
