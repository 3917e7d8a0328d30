import { useEffect, useState } from 'react'
import { useLanguage } from './language.ts'
import { Bare } from './screens/bare.tsx'
import { Blocked } from './screens/blocked/blocked.tsx'
import { SignIn } from './screens/sign-in/sign-in.tsx'
import { Starting } from './screens/starting.tsx'
import { isDesk, useView } from './stores/view.ts'

/** Everything behind the sign-in is loaded when it is needed: the first screen stays light. */
export const loadDesk = () => import('./screens/desk/desk.tsx')
export const loadLocked = () => import('./screens/locked/locked.tsx')

/** What is loaded already when the first screen is painted. */
export type Loaded = {
  readonly desk?: Awaited<ReturnType<typeof loadDesk>>
  readonly locked?: Awaited<ReturnType<typeof loadLocked>>
}

const bareScreens = { starting: Starting, 'sign-in': SignIn, blocked: Blocked }

export function App({ first }: { readonly first: Loaded }) {
  const view = useView()
  useLanguage()
  const desk = useModule(first.desk, loadDesk, isDesk(view))
  const locked = useModule(first.locked, loadLocked, view.screen === 'locked')
  if (isDesk(view)) return desk === null ? <Bare>{null}</Bare> : <desk.default view={view} />
  if (view.screen === 'locking') return <Bare>{null}</Bare>
  if (view.screen === 'locked') return <Bare>{locked !== null && <locked.default />}</Bare>
  const Screen = bareScreens[view.screen]
  return (
    <Bare>
      <Screen />
    </Bare>
  )
}

/** Not `lazy`: React holds back for 300 ms what follows the fallback of a `Suspense`. */
function useModule<Module extends object>(
  first: Module | undefined,
  load: () => Promise<Module>,
  wanted: boolean,
): Module | null {
  const [loaded, setLoaded] = useState(first ?? null)
  useEffect(() => {
    if (wanted && loaded === null) void load().then((module) => setLoaded(() => module))
  }, [wanted, loaded, load])
  return loaded
}
