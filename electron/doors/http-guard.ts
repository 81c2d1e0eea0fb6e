import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Refusal } from '../../shared/errors.ts'

/** 256 bits that nobody can guess, as text for addresses and cookies. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares without telling, by the time it takes, how much was right. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

/**
 * Decides who may ask. Any page of any site, any program and any user of this machine can reach a local port; only the
 * browser that was shown this start's token gets an answer.
 */
export class HttpGuard {
  readonly #port: number
  readonly #token = newSecret()
  readonly #session = newSecret()
  readonly #openingTokens = new Set<string>()

  constructor(port: number) {
    this.#port = port
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** The address that is printed; it works as long as this start lasts. */
  get address(): string {
    return `${this.origin}/?token=${this.#token}`
  }

  /** An address for one visit: other users of a machine can read the words a browser is started with. */
  openingAddress(): string {
    const token = newSecret()
    this.#openingTokens.add(token)
    return `${this.origin}/?token=${token}`
  }

  /** The cookie a right token is traded for. Cookies do not know ports, so the port is in its name. */
  cookie(): string {
    return `${this.#cookieName}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`
  }

  takesToken(given: string): boolean {
    const isOpening = this.#openingTokens.delete(given)
    return isOpening || isSame(given, this.#token)
  }

  /** Refuses what does not come from this door's own pages, whoever sends it. */
  requireOwnPage({ headersDistinct, method, url = '' }: IncomingMessage): void {
    const only = (name: string) => {
      const all = headersDistinct[name] ?? []
      return all.length > 1 ? 'several' : all[0]
    }
    const origin = only('origin')
    const site = only('sec-fetch-site')
    const isForeign =
      !/^\/(?!\/)/.test(url) ||
      only('host') !== `127.0.0.1:${this.#port}` ||
      (origin === undefined ? method !== 'GET' : origin !== this.origin) ||
      (site !== undefined && site !== 'same-origin' && (method !== 'GET' || site !== 'none'))
    if (isForeign) throw new Refusal('NOT_ALLOWED', 'origin')
  }

  /** Refuses whoever has not shown the token. */
  requireSession({ headers }: IncomingMessage): void {
    const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim().split(/=(.*)/s))
    const given = cookies.filter(([name]) => name === this.#cookieName).map(([, value = '']) => value)
    if (!given.some((value) => isSame(value, this.#session))) throw new Refusal('NOT_ALLOWED', 'session')
  }

  get #cookieName(): string {
    return `lumbung_${this.#port}`
  }
}
