import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { RPCHandler } from '@orpc/server/node'
import { Refusal } from '../../shared/errors.ts'
import { outward } from '../backend/api/base.ts'
import { router } from '../backend/api/index.ts'
import type { Desk } from '../backend/desk.ts'
import { readJsonBody } from './http-body.ts'
import { HttpGuard, newSecret } from './http-guard.ts'
import { contentSecurityPolicy, type Page, type Pages } from './pages.ts'
import { doorContext, doorOptions } from './rpc.ts'

/**
 * The times a door grants: a whole request head, a whole request, a connection nobody asks anything on, and open calls
 * when it is told to close.
 */
export interface DoorTimes {
  readonly headMs: number
  readonly requestMs: number
  readonly idleMs: number
  readonly farewellMs: number
}

/**
 * Browsers let go of an idle connection within five minutes; the door holds it longer. Whoever closes first may cut off
 * a request that is on its way, and what was typed would get no answer.
 */
export const usualTimes: DoorTimes = { headMs: 60_000, requestMs: 300_000, idleMs: 600_000, farewellMs: 8_000 }

export interface HttpDoor {
  readonly port: number
  readonly guard: HttpGuard
  /** Answers what is being asked, then nothing more. */
  close(): Promise<void>
}

/** Opens the browser door on 127.0.0.1. Port 0 takes a free one; refuses NOT_ALLOWED where a given port is taken. */
export async function openHttpDoor(desk: Desk, port: number, pages: Pages, times = usualTimes): Promise<HttpDoor> {
  const server = createServer({ connectionsCheckingInterval: Math.min(1_000, times.headMs) })
  server.headersTimeout = times.headMs
  server.requestTimeout = times.requestMs
  server.keepAliveTimeout = times.idleMs
  await listen(server, port)
  const guard = new HttpGuard((server.address() as AddressInfo).port)
  const answer = answering({ desk, pages, guard })
  const open = new Set<Promise<void>>()
  server.on('request', (request, response) => {
    const answered = answer(request, response).finally(() => open.delete(answered))
    open.add(answered)
  })
  const close = () => closeServer(server, Promise.all(open), times.farewellMs)
  return { port: (server.address() as AddressInfo).port, guard, close }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen({ host: '127.0.0.1', port, exclusive: true })
  try {
    await once(server, 'listening')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' || code === 'EACCES') throw new Refusal('NOT_ALLOWED', 'port_taken', { port })
    throw error
  }
}

/** What is being asked is still answered; who only holds a connection is not waited for. */
async function closeServer(server: Server, answers: Promise<unknown>, farewellMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  await Promise.race([answers, sleep(farewellMs, undefined, { ref: false })])
  server.closeAllConnections()
  await closed
}

interface Inside {
  readonly desk: Desk
  readonly pages: Pages
  readonly guard: HttpGuard
}

function answering(inside: Inside) {
  const rpc = new RPCHandler(router, { ...doorOptions })
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      setSafeHeaders(response)
      inside.guard.requireOwnPage(request)
      if (request.method === 'GET') return answerPage(inside, request, response)
      if (request.method !== 'POST') throw new Refusal('NOT_ALLOWED', 'method')
      inside.guard.requireSession(request)
      if (!isJson(request)) throw new Refusal('INVALID_INPUT', 'content_type')
      const read = Object.assign(request, { body: await readJsonBody(request) })
      const { matched } = await rpc.handle(read, response, { prefix: '/rpc', context: doorContext(inside.desk) })
      if (!matched) throw new Refusal('NOT_FOUND', 'procedure')
    } catch (error) {
      refuse(inside, request, response, error)
    }
  }
}

function isJson({ headers }: IncomingMessage): boolean {
  return /^application\/json(\s*;\s*charset="?utf-8"?)?$/i.test(headers['content-type'] ?? '')
}

/** The first visit trades its token for the cookie; with it, the built screens are served and nothing else. */
function answerPage({ pages, guard }: Inside, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', guard.origin)
  const token = searchParams.get('token')
  if (pathname === '/' && token !== null) {
    if (!guard.takesToken(token)) throw new Refusal('NOT_ALLOWED', 'session')
    response.writeHead(303, { location: '/', 'set-cookie': guard.cookie() }).end()
    return
  }
  guard.requireSession(request)
  const nonce = newSecret()
  const page: Page | undefined = pathname === '/' ? pages.start(nonce) : pages.find(pathname)
  if (!page) throw new Refusal('NOT_FOUND')
  if (pathname === '/') response.setHeader('content-security-policy', contentSecurityPolicy(nonce))
  response.writeHead(200, { 'content-type': page.type, 'content-length': page.body.length }).end(page.body)
}

function setSafeHeaders(response: ServerResponse): void {
  response.setHeaders(
    new Map([
      ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['referrer-policy', 'no-referrer'],
      ['cross-origin-opener-policy', 'same-origin'],
      ['cross-origin-resource-policy', 'same-origin'],
      ['cache-control', 'no-store'],
    ]),
  )
}

const statusOf: Readonly<Record<string, number>> = {
  session: 401,
  method: 405,
  body_too_large: 413,
  content_type: 415,
}

/** Says no in the shape of every refusal, and hangs up: who was refused has no second question on this connection. */
function refuse({ desk }: Inside, request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const crossing = outward(error, doorContext(desk, request.headers), 'door')
  const reason = error instanceof Refusal ? (error.reason ?? '') : ''
  const body = Buffer.from(JSON.stringify({ json: crossing.toJSON() }))
  response.writeHead(statusOf[reason] ?? crossing.status, {
    'content-type': 'application/json',
    'content-length': body.length,
    connection: 'close',
  })
  response.write(body)
  // Hanging up while a large body still arrives would lose the answer on its way; the rest is read and thrown away.
  const hangUp = () => response.end()
  const timer = setTimeout(() => request.destroy(), 5_000)
  request.on('end', hangUp).on('close', () => clearTimeout(timer))
  if (request.readableEnded) hangUp()
  request.resume()
}
