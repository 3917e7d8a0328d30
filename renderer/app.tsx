import { Suspense, lazy } from 'react'
import { Bare } from './screens/bare.tsx'
import { Blocked } from './screens/blocked/blocked.tsx'
import { SignIn } from './screens/sign-in/sign-in.tsx'
import { Starting } from './screens/starting.tsx'
import { useView } from './stores/view.ts'

/** Everything behind the sign-in is loaded when it is needed: the first screen stays light. */
const Desk = lazy(() => import('./screens/desk/desk.tsx'))

const bareScreens = { starting: <Starting />, 'sign-in': <SignIn />, blocked: <Blocked /> }

export function App() {
  const view = useView()
  if (view.screen !== 'user-invitations') return <Bare>{bareScreens[view.screen]}</Bare>
  return (
    <Suspense fallback={<Bare>{null}</Bare>}>
      <Desk view={view} />
    </Suspense>
  )
}
