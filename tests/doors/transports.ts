import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import type { HttpDoor } from '../../electron/doors/http.ts'
import { openHttpDoor } from '../../electron/doors/http.ts'
import { readPages } from '../../electron/doors/pages.ts'
import { openPortDoor } from '../../electron/doors/port-door.ts'
import type { Client } from '../../renderer/client.ts'
import { httpLink } from '../../renderer/http-link.ts'
import { PortLink } from '../../renderer/port-link.ts'
import type { TestBook } from '../support/book.ts'
import { makeScreens } from './pages.ts'

/** A window's client through a real transport, and the ways the backend behind it can go away. */
export interface Transport {
  readonly client: Client
  speak(language: 'id' | 'en'): void
  /** Ends the backend's side without a word. */
  cut(): Promise<void>
  close(): Promise<void>
}

class Lost extends Error {
  readonly code = 'BACKEND_LOST'
}

export async function overPort({ desk }: TestBook): Promise<Transport> {
  const { port1, port2 } = new MessageChannel()
  openPortDoor(desk, port1)
  let language = 'id'
  const headers = () => ({ 'x-lumbung-language': language })
  const link = new PortLink({ headers, lostError: () => new Lost(), patienceMs: 200 })
  link.attach(port2 as unknown as MessagePort)
  return {
    client: createORPCClient(link),
    speak: (next) => {
      language = next
    },
    cut: async () => port1.close(),
    close: async () => port1.close(),
  }
}

/** The headers of a browser that has shown the token: its own origin and the cookie. */
export function browserHeaders({ guard }: HttpDoor): Record<string, string> {
  const [cookie = ''] = guard.cookie().split(';')
  return { cookie, origin: guard.origin, 'sec-fetch-site': 'same-origin' }
}

export async function overHttp({ desk }: TestBook): Promise<Transport> {
  const screens = makeScreens()
  const door = await openHttpDoor(desk, 0, readPages(screens.folder), {
    headMs: 20_000,
    requestMs: 60_000,
    idleMs: 60_000,
    farewellMs: 0,
  })
  let language = 'id'
  const headers = () => ({ ...browserHeaders(door), 'x-lumbung-language': language })
  const close = async () => {
    await door.close()
    screens.remove()
  }
  return {
    client: createORPCClient(httpLink({ origin: door.guard.origin, headers, lostError: () => new Lost() })),
    speak: (next) => {
      language = next
    },
    cut: close,
    close,
  }
}
