import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ApiFailure } from './client/api.ts'
import { sessionQuery } from './client/queries.ts'
import { createAppRouter } from './routes.tsx'
import { cssVariables, theme } from './theme.ts'

/** A session that ended elsewhere shows at the first answer 401: the gate of the pages then asks to sign in. */
function noteFailure(failure: unknown) {
  if (!(failure instanceof ApiFailure) || failure.status !== 401) return
  queryClient.removeQueries({ queryKey: sessionQuery().queryKey })
  void router.invalidate()
}

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteFailure }),
  mutationCache: new MutationCache({ onError: noteFailure }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, failure) =>
        count < 2 && failure instanceof ApiFailure && (failure.status === 0 || failure.status >= 502),
    },
  },
})

const router = createAppRouter(queryClient)

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the library's
  interface Register {
    router: typeof router
  }
}

/** Everything that surrounds the pages. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Notifications position="bottom-right" />
      </QueryClientProvider>
    </MantineProvider>
  )
}
