import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { MutationCache, QueryClient } from '@tanstack/react-query'
import { client } from '../client.ts'
import { failureOf } from '../ui/failure.ts'

/** `useQuery(orpc.members.list.queryOptions({ input: { text } }))` */
export const orpc = createTanstackQueryUtils(client)

/**
 * The backend is on this machine: being offline means nothing, so nothing is ever paused. A refusal is an answer and is
 * not asked again; a lost backend is asked once more.
 */
export const queryClient = new QueryClient({
  mutationCache: new MutationCache({
    onSuccess: (_data, _variables, _context, { meta }) => {
      if (meta?.readsOnly !== true) refreshAll()
    },
  }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 1 && failureOf(error).kind === 'lost',
      retryDelay: 500,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** After anything was written every figure on the screen is asked again: all of them are derived from the same lines. */
export function refreshAll(): void {
  void queryClient.invalidateQueries()
}
