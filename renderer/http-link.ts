import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'

interface HttpLinkOptions {
  /** Where the door that served this page answers: `http://127.0.0.1:<port>`. */
  readonly origin: string
  readonly headers: () => Record<string, string>
  /** The error of a call whose backend is gone. */
  readonly lostError: (cause: unknown) => Error
}

/** Calls over HTTP to the browser door; a door that is gone is told apart from a refusal and from a withdrawn call. */
export function httpLink({ origin, headers, lostError }: HttpLinkOptions): ClientLink<ClientContext> {
  return new RPCLink({
    url: `${origin}/rpc`,
    headers,
    fetch: async (request, init) => {
      try {
        return await fetch(request, init)
      } catch (error) {
        throw request.signal.aborted ? error : lostError(error)
      }
    },
  })
}
