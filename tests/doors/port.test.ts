import { once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPortDoor } from '../../electron/doors/port-door.ts'
import type { Client } from '../../renderer/client.ts'
import { PortLink } from '../../renderer/port-link.ts'
import { openTestBook, type TestBook } from '../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  await book.close()
})

class Lost extends Error {}

function newLink(patienceMs: number) {
  const link = new PortLink({ headers: () => ({}), lostError: () => new Lost(), patienceMs })
  return { link, client: createORPCClient<Client>(link) }
}

function newBackend() {
  const { port1, port2 } = new MessageChannel()
  openPortDoor(book.desk, port1)
  return { backend: port1, port: port2 as unknown as MessagePort }
}

describe('the window', () => {
  test('waits at the start until a backend is there', async () => {
    const { link, client } = newLink(5_000)
    const rows = client.journal.list({})
    setTimeout(() => link.attach(newBackend().port), 50)
    expect((await rows).rows).toEqual([])
    link.attach(newBackend().port)
  })

  test('says so when no backend ever comes', async () => {
    await expect(newLink(30).client.journal.list({})).rejects.toBeInstanceOf(Lost)
  })

  test('goes on with the new backend after the old one died', async () => {
    const { link, client } = newLink(5_000)
    const first = newBackend()
    link.attach(first.port)
    await client.journal.list({})
    const open = client.journal.list({})
    first.backend.close()
    await expect(open).rejects.toBeInstanceOf(Lost)
    const later = client.journal.list({})
    const second = newBackend()
    link.attach(second.port)
    expect((await later).rows).toEqual([])
    second.backend.close()
  })

  test('a withdrawn call ends at once', async () => {
    const { link, client } = newLink(5_000)
    const { port, backend } = newBackend()
    link.attach(port)
    const withdrawal = new AbortController()
    const call = client.journal.list({}, { signal: withdrawal.signal })
    withdrawal.abort(new Error('withdrawn'))
    await expect(call).rejects.toThrow('withdrawn')
    backend.close()
  })
})

describe('the backend', () => {
  const call = { i: '1', p: { u: '/journal/list', b: { json: {} } } }
  const noCalls: [string, unknown][] = [
    ['no JSON', 'Buku kas'],
    ['an object instead of text', call],
    ['bytes', new Uint8Array([123, 125])],
    ['nothing', null],
    ['another site', JSON.stringify({ ...call, p: { ...call.p, u: 'http://evil.example/journal/list' } })],
    ['a path upwards', JSON.stringify({ ...call, p: { ...call.p, u: '/../journal/list' } })],
    ['a call by GET', JSON.stringify({ ...call, p: { ...call.p, m: 'GET' } })],
    ['a form with files', JSON.stringify({ ...call, p: { ...call.p, h: { 'content-type': 'multipart/form-data' } } })],
    ['an endless input', JSON.stringify({ ...call, p: { ...call.p, h: { 'content-type': 'text/event-stream' } } })],
    ['a part of a stream', JSON.stringify({ i: '1', t: 3, p: { e: 'message', d: 1 } })],
    ['a number as its name', JSON.stringify({ ...call, i: 1 })],
    ['keys nobody knows', JSON.stringify({ ...call, x: 1 })],
    ['over 16 MB', JSON.stringify({ ...call, p: { ...call.p, b: 'x'.repeat(17_000_000) } })],
  ]

  async function answersTo(messages: readonly unknown[]): Promise<string[]> {
    const { port1, port2 } = new MessageChannel()
    openPortDoor(book.desk, port1)
    const answers: string[] = []
    port2.on('message', (answer: string) => answers.push(answer))
    for (const message of messages) port2.postMessage(message)
    port2.postMessage(JSON.stringify({ ...call, i: 'last' }))
    while (!answers.some((answer) => JSON.parse(answer).i === 'last')) await once(port2, 'message')
    port1.close()
    return answers
  }

  test.each(noCalls)('drops what is no call: %s', async (_, message) => {
    expect(await answersTo([message])).toHaveLength(1)
  })

  test('answers a call so that the test above can fail', async () => {
    expect(await answersTo([JSON.stringify(call)])).toHaveLength(2)
  })

  test('survives a thousand random messages and saves nothing', async () => {
    const area = fc.constantFrom('/journal/post', '/book/open', '/periods/lockMonth', '/no/such')
    const message = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .anything({ withNullPrototype: false })
        .filter((value) => typeof value !== 'function' && typeof value !== 'symbol'),
      fc
        .record({
          i: fc.string(),
          t: fc.constantFrom(undefined, 1, 2, 3, 4),
          p: fc.record({ u: area, b: fc.jsonValue() }),
        })
        .map((parts) => JSON.stringify(parts)),
      fc
        .record({ u: area, json: fc.jsonValue(), meta: fc.jsonValue() })
        .map(({ u, json, meta }) => JSON.stringify({ i: '2', p: { u, b: { json, meta } } })),
    )
    const messages = fc.sample(message, { numRuns: 1_000, seed: 20_261_120 }).filter(isPostable)
    expect(messages.length).toBeGreaterThan(900)
    await answersTo(messages)
    expect((await book.api.journal.list({})).rows).toEqual([])
    expect(book.bugs).toEqual([])
  })
})

function isPostable(value: unknown): boolean {
  try {
    structuredClone(value)
    return true
  } catch {
    return false
  }
}
