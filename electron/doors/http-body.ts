import type { IncomingMessage } from 'node:http'
import { Refusal } from '../../shared/errors.ts'

/** More than any call needs; a body beyond it is refused before it is held in memory. */
export const bodyBytesMax = 16 * 1024 * 1024

/** The JSON a request carries; refuses INVALID_INPUT what is too large or no JSON. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal('INVALID_INPUT', 'not_json')
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > bodyBytesMax) throw tooLarge()
  const parts: Buffer[] = []
  let size = 0
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  request.on('data', (part: Buffer) => {
    size += part.length
    if (size > bodyBytesMax) reject(tooLarge())
    else parts.push(part)
  })
  request.on('end', () => resolve(Buffer.concat(parts)))
  request.on('error', reject)
  request.on('close', () => reject(new Refusal('CANCELLED')))
  return await promise
}

function tooLarge(): Refusal {
  return new Refusal('INVALID_INPUT', 'body_too_large', { bytesMax: bodyBytesMax })
}
