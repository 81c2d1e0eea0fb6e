import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import type { Preferences } from './preferences.ts'
import { queryClient } from './queries.ts'
import { createRoutes } from './routes.tsx'
import { PreferencesProvider } from './session.tsx'
import { styleNonce } from './style-nonce.ts'
import { cssVariables, theme } from './theme.ts'

/** Everything on the screen. */
export function App({ preferences }: { readonly preferences: Preferences }) {
  const [routes] = useState(createRoutes)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme="light"
      getStyleNonce={styleNonce}
    >
      <DatesProvider settings={{ firstDayOfWeek: 1, consistentWeeks: true }}>
        <QueryClientProvider client={queryClient}>
          <PreferencesProvider initial={preferences}>
            <RouterProvider router={routes} />
          </PreferencesProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
