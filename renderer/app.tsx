import { Suspense, lazy } from 'react'
import { Blocked } from './screens/blocked/blocked.tsx'
import { SignIn } from './screens/sign-in/sign-in.tsx'
import { Starting } from './screens/starting.tsx'
import { useView } from './stores/view.ts'

/** Everything behind the sign-in is loaded when it is needed: the first screen stays light. */
const Desk = lazy(() => import('./screens/desk/desk.tsx'))

export function App() {
  const view = useView()
  switch (view.screen) {
    case 'starting':
      return <Starting />
    case 'sign-in':
      return <SignIn />
    case 'blocked':
      return <Blocked />
    case 'user-invitations':
      return (
        <Suspense fallback={<Starting />}>
          <Desk view={view} />
        </Suspense>
      )
  }
}
