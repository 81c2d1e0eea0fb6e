import { request } from 'node:http'
import { connect } from 'node:net'

export interface Asked {
  readonly port: number
  readonly method?: string
  readonly path?: string
  /** In order and as given: a browser could not send some of them. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body?: string | Uint8Array
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** One request exactly as written, without what a browser or `fetch` would add or forbid. */
export function ask({
  port,
  method = 'POST',
  path = '/rpc/journal/list',
  headers,
  body = '',
}: Asked): Promise<Answered> {
  const { promise, resolve, reject } = Promise.withResolvers<Answered>()
  const flat = headers.flat()
  const asked = request({ host: '127.0.0.1', port, method, path, headers: flat, setHost: false, agent: false })
  asked.on('error', reject)
  asked.on('response', (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () => {
      const { statusCode: status = 0, headers: answered } = response
      resolve({ status, headers: answered, text: Buffer.concat(parts).toString() })
    })
    response.on('error', reject)
  })
  asked.end(body)
  return promise
}

/** Sends bytes on a bare connection; answers what came back until the other side hung up. */
export function askBare(port: number, text: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let received = ''
  const socket = connect({ host: '127.0.0.1', port }, () => socket.write(text))
  socket.on('data', (part) => {
    received += part.toString()
  })
  socket.on('close', () => resolve(received))
  socket.on('error', reject)
  return promise
}
