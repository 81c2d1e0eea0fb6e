import { type ClientContext, type ClientLink, createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { Language } from '../shared/calendar.ts'
import type { contract } from '../shared/contract/index.ts'
import { type DesktopFunctions, portMessage } from '../shared/host.ts'
import { sentence } from '../shared/text/refusal-sentence.ts'
import { httpLink } from './http-link.ts'
import { PortLink } from './port-link.ts'

declare global {
  interface Window {
    readonly lumbung?: DesktopFunctions
  }
}

/** Every procedure of the contract, typed: `client.savings.deposit({ … })`. A refusal arrives as an `ORPCError`. */
export type Client = ContractRouterClient<typeof contract>

let language: Language = 'id'

/** From now on the sentences of refusals come in this language. */
export function setClientLanguage(next: Language): void {
  language = next
}

const headers = () => ({ 'x-lumbung-language': language })

/** The error of a call whose backend is gone: what to do about it, in the user's language. */
function lostError(cause?: unknown): ORPCError<'BACKEND_LOST', undefined> {
  return new ORPCError('BACKEND_LOST', { status: 503, message: sentence(language, 'BACKEND_LOST'), cause })
}

/** Over the port that the preload script hands this window, again after each restart of the backend. */
function desktopLink(): ClientLink<ClientContext> {
  const link = new PortLink({ headers, lostError, patienceMs: 20_000 })
  window.addEventListener('message', ({ source, data, ports }) => {
    const [port] = ports
    if (source === window && data === portMessage && port) link.attach(port)
  })
  return link
}

export const client: Client = createORPCClient(
  window.lumbung ? desktopLink() : httpLink({ origin: window.location.origin, headers, lostError }),
)
