import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'

interface Connection {
  readonly link: ClientLink<ClientContext>
  /** Rejects when the backend behind this port is gone; never resolves. */
  readonly lost: Promise<never>
  lose(): void
}

interface PortLinkOptions {
  readonly headers: () => Record<string, string>
  /** The error of a call whose backend is gone. */
  readonly lostError: () => Error
  /** How long a call waits for a first or a new backend. */
  readonly patienceMs: number
}

/**
 * Calls over whichever port the desktop handed over last. A call always settles: when the backend dies, open calls fail
 * at once, and later calls wait for its successor only so long.
 */
export class PortLink implements ClientLink<ClientContext> {
  readonly #options: PortLinkOptions
  #current: Connection | undefined
  #waiting = new Set<(connection: Connection) => void>()

  constructor(options: PortLinkOptions) {
    this.#options = options
  }

  /** Takes a new port; what was still asked of the old one fails. */
  attach(port: MessagePort): void {
    this.#current?.lose()
    const connection = connect(port, this.#options)
    this.#current = connection
    connection.lost.catch(() => {
      if (this.#current === connection) this.#current = undefined
    })
    for (const tell of this.#waiting) tell(connection)
    this.#waiting.clear()
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    const { link, lost } = this.#current ?? (await this.#next())
    return await Promise.race([link.call(path, input, options), lost])
  }

  #next(): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const tell = (connection: Connection) => {
        clearTimeout(timer)
        resolve(connection)
      }
      const timer = setTimeout(() => {
        this.#waiting.delete(tell)
        reject(this.#options.lostError())
      }, this.#options.patienceMs)
      this.#waiting.add(tell)
    })
  }
}

function connect(port: MessagePort, { headers, lostError }: PortLinkOptions): Connection {
  const { promise: lost, reject } = Promise.withResolvers<never>()
  const lose = () => {
    reject(lostError())
    port.close()
  }
  // Ours comes before oRPC's own listener, so that a lost backend is named as such and not as an abort.
  port.addEventListener('close', lose)
  const link = new RPCLink({ port, headers })
  port.start()
  return { link, lost, lose }
}
