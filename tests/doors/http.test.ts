import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HttpDoor, openHttpDoor, usualTimes } from '../../electron/doors/http.ts'
import { bodyBytesMax } from '../../electron/doors/http-body.ts'
import { readPages } from '../../electron/doors/pages.ts'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { type Asked, ask, askBare } from './ask.ts'
import { makeScreens, secretText } from './pages.ts'
import { browserHeaders } from './transports.ts'

let book: TestBook
let screens: ReturnType<typeof makeScreens>
let door: HttpDoor
let otherDoor: HttpDoor
beforeAll(async () => {
  book = await openTestBook()
  screens = makeScreens()
  const times = { headMs: 400, requestMs: 4_000, idleMs: 60_000, farewellMs: 0 }
  door = await openHttpDoor(book.desk, 0, readPages(screens.folder), times)
  otherDoor = await openHttpDoor(book.desk, 0, readPages(screens.folder), times)
})
afterAll(async () => {
  await door.close()
  await otherDoor.close()
  await book.close()
  screens.remove()
})

const posting = () => ({
  requestId: requestId(),
  date: '2026-01-05',
  description: 'Sumbangan',
  lines: [
    { account: '11101', debit: 100 },
    { account: '48106', credit: 100 },
  ],
})

type Headers = Record<string, string | undefined>

/** What this door's own page would send to record an entry, with one thing changed; undefined leaves a header out. */
function recording(changed: Headers = {}, more: Partial<Asked> = {}): Asked {
  const headers: Headers = {
    Host: `127.0.0.1:${door.port}`,
    'Content-Type': 'application/json',
    Origin: door.guard.origin,
    'Sec-Fetch-Site': 'same-origin',
    Cookie: browserHeaders(door).cookie,
    ...changed,
  }
  const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return {
    port: door.port,
    path: '/rpc/journal/post',
    headers: given,
    body: JSON.stringify({ json: posting() }),
    ...more,
  }
}

const page = (path: string, changed: Headers = {}) =>
  recording({ 'Content-Type': undefined, Origin: undefined, ...changed }, { method: 'GET', path, body: '' })

const entries = async () => (await book.api.journal.list({})).rows.length

test('the very request that hostile ones differ from is answered', async () => {
  const before = await entries()
  const { status, text } = await ask(recording())
  expect([status, JSON.parse(text).json.voucher]).toEqual([200, expect.stringMatching(/^BM-2026-\d{4}$/)])
  expect(await entries()).toBe(before + 1)
})

const token = () => door.guard.address.split('=')[1] ?? ''
const otherOrigin = () => otherDoor.guard.origin
const cookie = () => browserHeaders(door).cookie ?? ''
const longForm = 'requestId=1&date=2026-01-05&description=x'

const hostile: [string, () => Asked, number][] = [
  ['another name for this machine (DNS rebinding)', () => recording({ Host: `evil.example:${door.port}` }), 403],
  ['localhost as its name', () => recording({ Host: `localhost:${door.port}` }), 403],
  ['the host without its port', () => recording({ Host: '127.0.0.1' }), 403],
  ['the host of another port', () => recording({ Host: `127.0.0.1:${otherDoor.port}` }), 403],
  ['a host that only begins right', () => recording({ Host: `127.0.0.1:${door.port}.evil.example` }), 403],
  ['no origin', () => recording({ Origin: undefined }), 403],
  ['a foreign origin', () => recording({ Origin: 'https://evil.example' }), 403],
  ['the null origin of a sandboxed frame or file', () => recording({ Origin: 'null' }), 403],
  ['the origin of another local port', () => recording({ Origin: otherOrigin() }), 403],
  ['this origin under another scheme', () => recording({ Origin: door.guard.origin.replace('http', 'https') }), 403],
  ['a cross-site mark', () => recording({ 'Sec-Fetch-Site': 'cross-site' }), 403],
  ['a same-site mark: another local port', () => recording({ 'Sec-Fetch-Site': 'same-site' }), 403],
  ['a call typed into the address line', () => recording({ 'Sec-Fetch-Site': 'none' }), 403],
  ['a form', () => recording({ 'Content-Type': 'application/x-www-form-urlencoded' }, { body: longForm }), 415],
  ['a form with files', () => recording({ 'Content-Type': 'multipart/form-data; boundary=x' }, { body: '--x--' }), 415],
  ['JSON sent as plain text', () => recording({ 'Content-Type': 'text/plain' }), 415],
  ['no type at all', () => recording({ 'Content-Type': undefined }), 415],
  ['no cookie', () => recording({ Cookie: undefined }), 401],
  ['a guessed cookie', () => recording({ Cookie: `lumbung_${door.port}=${'A'.repeat(43)}` }), 401],
  ['an empty cookie', () => recording({ Cookie: `lumbung_${door.port}=` }), 401],
  ['the cookie of another start', () => recording({ Cookie: browserHeaders(otherDoor).cookie }), 401],
  [
    "this start's secret under another start's name",
    () => recording({ Cookie: cookie().replace(`${door.port}`, `${otherDoor.port}`) }),
    401,
  ],
  ['the token in place of the cookie', () => recording({ Cookie: `lumbung_${door.port}=${token()}` }), 401],
  [
    'the token in the address of a call',
    () => recording({ Cookie: undefined }, { path: `/rpc/journal/post?token=${token()}` }),
    401,
  ],
  ['a call by GET', () => page('/rpc/journal/list?data=%7B%22json%22%3A%7B%7D%7D'), 404],
  [
    'a question whether it may call (CORS)',
    () => recording({ 'Access-Control-Request-Method': 'POST' }, { method: 'OPTIONS', body: '' }),
    405,
  ],
  ['another method', () => recording({}, { method: 'PUT' }), 405],
  ['JSON that is cut off', () => recording({}, { body: '{"json":{"requestId":"1"' }), 422],
  ['JSON that is no call', () => recording({}, { body: 'null' }), 422],
  ['a call that claims impossible types', () => recording({}, { body: '{"json":{},"meta":[[5,"no","such"]]}' }), 422],
  ['a call that does not exist', () => recording({}, { path: '/rpc/journal/erase' }), 404],
  ['a call of an object’s inner parts', () => recording({}, { path: '/rpc/__proto__/constructor' }), 404],
  ['a wrong token', () => page(`/?token=${'A'.repeat(43)}`, { Cookie: undefined }), 401],
  ['an empty token', () => page('/?token=', { Cookie: undefined }), 401],
  ['the first page without token or cookie', () => page('/', { Cookie: undefined }), 401],
  ['a script without the cookie', () => page('/assets/app.js', { Cookie: undefined }), 401],
  ['a script from a foreign page', () => page('/assets/app.js', { 'Sec-Fetch-Site': 'cross-site' }), 403],
  ['the first page inside a foreign page', () => page('/', { 'Sec-Fetch-Site': 'cross-site' }), 403],
  [
    'the right token, sent on by a foreign page',
    () => page(`/?token=${token()}`, { 'Sec-Fetch-Site': 'cross-site' }),
    403,
  ],
  ['a file above the screens', () => page('/../secret.html'), 404],
  ['a file above the screens, in disguise', () => page('/assets/%2e%2e/%2e%2e/secret.html'), 404],
  ['a file above the screens, the Windows way', () => page('/assets\\..\\..\\secret.html'), 404],
  ['an absolute path', () => page('//etc/passwd'), 403],
  ['a file that is no screen', () => page('/assets/app.js.map'), 404],
  ['another site through this door', () => page('http://evil.example/'), 403],
]

describe('a stranger gets nothing', () => {
  test.each(hostile)('%s', async (_, asked, status) => {
    const before = await entries()
    const answer = await ask(asked())
    expect(answer.status).toBe(status)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.text).not.toContain(secretText)
    expect(answer.text).not.toMatch(/BM-2026|root:/)
    const { code, message, data } = JSON.parse(answer.text).json
    expect([typeof code, typeof message, typeof data]).toEqual(['string', 'string', 'object'])
    expect(await entries()).toBe(before)
  })

  test('two hosts, two origins or no host', async () => {
    for (const extra of [
      ['Host', 'evil.example'],
      ['Origin', 'https://evil.example'],
    ] as const) {
      const { headers, ...asked } = recording()
      const answer = await ask({ ...asked, headers: [...headers, extra] })
      expect([400, 403]).toContain(answer.status)
    }
    const bare = await askBare(door.port, `GET / HTTP/1.0\r\nCookie: ${cookie()}\r\n\r\n`)
    expect(bare).toMatch(/^HTTP\/1\.1 (400|403) /)
    expect(book.bugs).toEqual([])
  })

  test.skipIf(process.getuid?.() !== 0)('another user of this machine', async () => {
    const asking = `fetch('${door.guard.origin}/').then(({ status }) => process.stdout.write(String(status)))`
    const child = spawn(process.execPath, ['-e', asking], { uid: 65_534, stdio: ['ignore', 'pipe', 'inherit'] })
    expect(await text(child.stdout)).toBe('401')
  })

  test.skipIf(process.platform !== 'linux')('anybody who asks from another machine', () => {
    const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].filter((file) => existsSync(file))
    const hex = door.port.toString(16).toUpperCase().padStart(4, '0')
    const listening = sockets
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .filter((line) => new RegExp(`:${hex} [0-9A-F]+:0000 0A`).test(line))
    expect(listening.map((line) => line.trim().split(/\s+/)[1])).toEqual([`0100007F:${hex}`])
  })
})

describe('the pages', () => {
  test('the printed address is traded for a cookie that scripts cannot read, and leaves the address line', async () => {
    const { status, headers } = await ask(page(`/?token=${token()}`, { Cookie: undefined, 'Sec-Fetch-Site': 'none' }))
    expect([status, headers.location]).toEqual([303, '/'])
    const [given = ''] = headers['set-cookie'] ?? []
    expect(given).toMatch(new RegExp(`^lumbung_${door.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))
    expect(given).not.toContain(token())
    expect((await ask(page('/', { Cookie: given.split(';')[0] }))).status).toBe(200)
  })

  test('the address a browser is started with opens the door once', async () => {
    const path = door.guard.openingAddress().slice(door.guard.origin.length)
    const visit = page(path, { Cookie: undefined, 'Sec-Fetch-Site': 'none' })
    expect((await ask(visit)).status).toBe(303)
    expect((await ask(visit)).status).toBe(401)
  })

  test('each page carries a policy that lets in nothing from elsewhere and nothing inline without its nonce', async () => {
    const [first, second] = [await ask(page('/')), await ask(page('/'))]
    const policy = String(first.headers['content-security-policy'])
    const nonce = /name="style-nonce" content="([\w-]{43})"/.exec(first.text)?.[1] ?? ''
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(second.text).not.toContain(nonce)
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|http:|https:|\*|data:/)
  })

  test('scripts come with their type, and nothing is kept or guessed by the browser', async () => {
    const { status, headers, text } = await ask(page('/assets/app.js'))
    expect([status, text]).toEqual([200, 'document.title = "Lumbung"\n'])
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('every start has secrets of its own', () => {
    const secrets = [door, otherDoor].flatMap(({ guard }) =>
      [guard.address, guard.cookie()].map((line) => line.split('=')[1]),
    )
    expect(new Set(secrets).size).toBe(4)
  })
})

describe('a request that is too large or too slow', () => {
  test('a body over 16 MB is refused before it is sent, when its size is told', async () => {
    const head = recording()
      .headers.map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
    const size = bodyBytesMax + 1
    const answer = await askBare(
      door.port,
      `POST /rpc/journal/post HTTP/1.1\r\n${head}Content-Length: ${size}\r\n\r\n{`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer).toContain('body_too_large')
  })

  test('a body over 16 MB is refused while it comes, when its size is not told', async () => {
    const headers = [...recording().headers, ['Transfer-Encoding', 'chunked'] as const]
    const answer = await ask({ ...recording(), headers, body: new Uint8Array(bodyBytesMax + 1).fill(32) })
    expect(answer.status).toBe(413)
  })

  test('a whole body that is refused for its size still gets its answer', async () => {
    const body = new Uint8Array(3 * bodyBytesMax).fill(32)
    const headers = [...recording().headers, ['Content-Length', String(body.length)] as const]
    expect((await ask({ ...recording(), headers, body })).status).toBe(413)
  })

  test('a body of just under 16 MB is read', async () => {
    const call = JSON.stringify({ json: posting() })
    const answer = await ask(recording({}, { body: call.padEnd(bodyBytesMax - 1) }))
    expect(answer.status).toBe(200)
  })

  test('a head that does not end is dropped after its time, a silent connection too', async () => {
    expect(usualTimes.headMs).toBe(60_000)
    const startedAt = performance.now()
    await Promise.all([
      askBare(door.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\nX-Slow: `),
      askBare(door.port, ''),
    ])
    const tookMs = performance.now() - startedAt
    expect(tookMs).toBeGreaterThan(350)
    expect(tookMs).toBeLessThan(3_000)
  })

  test('meanwhile others are answered', async () => {
    const slow = Array.from({ length: 50 }, () => askBare(door.port, 'POST /rpc/journal/post HTTP/1.1\r\nHost: '))
    expect((await ask(recording())).status).toBe(200)
    await Promise.all(slow)
  })
})

test('a connection that was quiet for a while still takes what was typed meanwhile', async () => {
  // Node itself hangs up after five seconds, and a browser that sends at that moment gets no answer.
  expect(usualTimes.idleMs).toBeGreaterThan(300_000)
  const usual = await openHttpDoor(book.desk, 0, readPages(screens.folder))
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    const first = await statusOn(agent, usual)
    await sleep(6_500)
    expect([first, await statusOn(agent, usual)]).toEqual([
      { status: 200, reused: false },
      { status: 200, reused: true },
    ])
  } finally {
    agent.destroy()
    await usual.close()
  }
})

/** Asks for the start page on a connection that is kept. */
async function statusOn(agent: Agent, on: HttpDoor): Promise<{ status: number | undefined; reused: boolean }> {
  const asked = request({ host: '127.0.0.1', port: on.port, agent, headers: browserHeaders(on) }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  return { status: answer.statusCode, reused: asked.reusedSocket }
}

test('a port that is taken is refused and never shared', async () => {
  const pages = readPages(screens.folder)
  await expect(openHttpDoor(book.desk, door.port, pages)).rejects.toMatchObject({
    code: 'NOT_ALLOWED',
    reason: 'port_taken',
    data: { port: door.port },
  })
})

test('what is being asked when the door closes is still answered', async () => {
  const closing = await openHttpDoor(book.desk, 0, readPages(screens.folder))
  const { cookie, origin } = browserHeaders(closing)
  const asked = request({
    port: closing.port,
    method: 'POST',
    path: '/rpc/journal/post',
    headers: {
      cookie,
      origin,
      host: `127.0.0.1:${closing.port}`,
      'content-type': 'application/json',
      expect: '100-continue',
    },
  })
  asked.flushHeaders()
  await once(asked, 'continue')
  const closed = closing.close()
  asked.end(JSON.stringify({ json: posting() }))
  const [answer] = await once(asked, 'response')
  expect(answer.statusCode).toBe(200)
  answer.resume()
  await closed
})
