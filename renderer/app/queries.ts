import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { client } from '../client.ts'
import { failureOf } from '../ui/failure.ts'

/** `useQuery(orpc.members.list.queryOptions({ input: { text } }))` */
export const orpc = createTanstackQueryUtils(client)

/**
 * The backend is on this machine: being offline means nothing, so nothing is ever paused. A refusal is an answer and is
 * not asked again; a lost backend is asked once more.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noteLoss }),
  mutationCache: new MutationCache({
    onSuccess: (_data, _variables, _context, { meta }) => {
      if (meta?.readsOnly !== true) refreshAll()
    },
    onError: noteLoss,
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

/** Once one call finds nobody there, the status is asked at once, so that the frame says so. */
function noteLoss(error: unknown): void {
  const status = orpc.book.status.key()
  const isAsked = queryClient.isFetching({ queryKey: status }) > 0
  const isKnown = queryClient.getQueryState(orpc.book.status.queryKey({ input: {} }))?.status === 'error'
  if (failureOf(error).kind === 'lost' && !isAsked && !isKnown) void queryClient.invalidateQueries({ queryKey: status })
}

/** After anything was written every figure on the screen is asked again: all of them are derived from the same lines. */
export function refreshAll(): void {
  void queryClient.invalidateQueries()
}
