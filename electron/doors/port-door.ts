import { RPCHandler } from '@orpc/server/message-port'
import { z } from 'zod'
import { router } from '../backend/api/index.ts'
import type { Desk } from '../backend/desk.ts'
import { doorContext, doorOptions } from './rpc.ts'

/** A port as Electron's main side and Node's worker threads have it; the first wraps what it brings in an event. */
export interface DoorPort {
  on(event: 'message', listen: (message: unknown) => void): unknown
  on(event: 'close', listen: () => void): unknown
  postMessage(message: unknown): void
  start(): void
}

const headersSchema = z.strictObject({ 'x-lumbung-language': z.enum(['id', 'en']).optional() })

/** A call or its withdrawal, as the window's client writes them; nothing else is read. */
const messageSchema = z.union([
  z.strictObject({ i: z.string().max(100), t: z.literal(4) }),
  z.strictObject({
    i: z.string().max(100),
    p: z.strictObject({
      u: z.string().regex(/^(\/[A-Za-z]{1,60}){2}$/),
      b: z.unknown().optional(),
      h: headersSchema.optional(),
    }),
  }),
])

const textLengthMax = 16 * 1024 * 1024

function isMessage(message: unknown): message is string {
  if (typeof message !== 'string' || message.length > textLengthMax) return false
  try {
    return messageSchema.safeParse(JSON.parse(message)).success
  } catch {
    return false
  }
}

/** The same router over a message port. What is no call is dropped unread: nothing from a window is trusted unparsed. */
export function openPortDoor(desk: Desk, port: DoorPort): void {
  const handler = new RPCHandler(router, { ...doorOptions })
  const checked = {
    on: (event: string, tell: (event?: { data: unknown }) => void) => {
      if (event === 'close') port.on('close', () => tell())
      if (event !== 'message') return
      port.on('message', (message) => {
        const data = typeof message === 'object' && message !== null && 'data' in message ? message.data : message
        if (isMessage(data)) tell({ data })
      })
    },
    postMessage: (message: unknown) => port.postMessage(message),
  }
  handler.upgrade(checked, { context: doorContext(desk) })
  port.start()
}
