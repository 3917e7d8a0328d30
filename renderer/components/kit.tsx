import '@mantine/core/styles/default-css-variables.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import './kit.css'

/**
 * The UI kit for everything that floats. Its variables come from its own style sheet and `kit.css`
 * instead of a style element made at run time.
 */
export function Kit({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      withStaticClasses={false}
    >
      {children}
    </MantineProvider>
  )
}
