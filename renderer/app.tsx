import { useEffect, useState } from 'react'
import { useLanguage } from './language.ts'
import { Bare } from './screens/bare.tsx'
import { Blocked } from './screens/blocked/blocked.tsx'
import { SignIn } from './screens/sign-in/sign-in.tsx'
import { Starting } from './screens/starting.tsx'
import { isDesk, useView } from './stores/view.ts'

/** Everything behind the sign-in is loaded when it is needed: the first screen stays light. */
export const loadDesk = () => import('./screens/desk/desk.tsx')
export type DeskModule = Awaited<ReturnType<typeof loadDesk>>

const bareScreens = { starting: Starting, 'sign-in': SignIn, blocked: Blocked }

/** `desk` where it is loaded already. */
export function App({ desk }: { readonly desk: DeskModule | null }) {
  const view = useView()
  useLanguage()
  const loaded = useDesk(desk, isDesk(view))
  if (!isDesk(view)) {
    const Screen = bareScreens[view.screen]
    return (
      <Bare>
        <Screen />
      </Bare>
    )
  }
  return loaded === null ? <Bare>{null}</Bare> : <loaded.default view={view} />
}

/** Not `lazy`: React holds back for 300 ms what follows the fallback of a `Suspense`. */
function useDesk(first: DeskModule | null, wanted: boolean): DeskModule | null {
  const [loaded, setLoaded] = useState(first)
  useEffect(() => {
    if (wanted && loaded === null) void loadDesk().then(setLoaded)
  }, [wanted, loaded])
  return loaded
}
