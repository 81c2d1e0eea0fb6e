import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { readPages } from '../../electron/doors/pages.ts'
import { channels, portChannel } from '../../electron/shell/channels.ts'
import type { Client } from '../../renderer/client.ts'
import { PortLink } from '../../renderer/port-link.ts'
import { makeScreens } from '../doors/pages.ts'
import { patience } from '../support/patience.ts'
import * as electron from './fake-electron.ts'

vi.mock('electron', () => electron)
const screens = makeScreens()
vi.mock('../../electron/doors/pages.ts', async (original) => ({
  ...(await original<typeof import('../../electron/doors/pages.ts')>()),
  findPages: () => screens.folder,
}))

class Lost extends Error {}
const link = new PortLink({ headers: () => ({}), lostError: () => new Lost(), patienceMs: 20_000 })
const client = createORPCClient<Client>(link)
const window = () => electron.windows[0] ?? expect.fail('no window')
const contents = () => window().webContents
const book = join(electron.profile, 'Koperasi Maju.lumbung')

beforeAll(async () => {
  process.env.HOME = electron.profile
  electron.app.isPackaged = true
  await import('../../electron/shell/main.ts')
  electron.app.becomeReady()
  await vi.waitFor(() => expect(contents().mainFrame.url).toBe('app://lumbung/'), patience)
  takePorts()
  contents().emit('did-finish-load')
})
afterAll(() => screens.remove())
beforeEach(() => {
  Object.assign(electron.person, { saves: '', chooses: [], opens: '' })
  electron.said.length = 0
})

/** What the preload script does with each port main sends. */
function takePorts() {
  contents().on('posted', () => {
    const { channel, ports } = contents().posted.at(-1) ?? expect.fail('nothing was posted')
    expect(channel).toBe(portChannel)
    for (const port of ports) link.attach(port as unknown as MessagePort)
  })
}

const ownEvent = () => ({ sender: contents(), senderFrame: contents().mainFrame })
const desktop = (name: keyof typeof channels, ...words: unknown[]) =>
  electron.invoke(channels[name], ownEvent(), ...words)
const paper = (name = 'Buku kas November 2026.pdf') => ({
  name,
  type: 'application/pdf',
  bytes: new TextEncoder().encode('%PDF-1.7').buffer,
})

describe('the backend behind the window', () => {
  test('answers over the port that main handed the window', async () => {
    expect(await client.book.status({})).toMatchObject({ book: null, canSwitch: true })
    const { book: opened } = await client.book.create({ cooperative: { name: 'Koperasi Maju' }, path: book })
    expect(opened?.path).toBe(book)
    expect(electron.forks[0]?.module).toBe(join(electron.app.getAppPath(), 'out', 'backend', 'index.js'))
  })

  test('is started again after a crash, with the book that lay open; open calls fail instead of hanging', async () => {
    const dying = electron.forks.at(-1)?.process ?? expect.fail('no backend')
    const answered = Promise.allSettled(Array.from({ length: 5 }, () => client.journal.list({})))
    const posted = once(contents(), 'posted')
    dying.kill()
    await posted
    for (const outcome of await answered) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Lost)
    expect(electron.forks.at(-1)?.words).toEqual([book])
    expect((await client.book.status({})).book?.path).toBe(book)
  })

  test('serves the window anew after the page was loaded again', async () => {
    contents().emit('did-finish-load')
    expect((await client.book.status({})).book?.path).toBe(book)
  })
})

describe('what the window may load and reach', () => {
  test('its own screens with a policy, and nothing beside them', async () => {
    const serve = electron.session.defaultSession.schemes.get('app') ?? expect.fail('no protocol')
    const get = async (url: string, method = 'GET') => await serve(new Request(url, { method }))
    const start = await get('app://lumbung/')
    const nonce = /content="([\w-]{43})"/.exec(await start.text())?.[1]
    expect(start.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`)
    const script = await get('app://lumbung/assets/app.js')
    expect(await script.text()).toContain('Lumbung')
    for (const { headers } of [start, script])
      expect(Object.fromEntries(headers)).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
    for (const url of [
      'app://lumbung/../secret.html',
      'app://lumbung/%2e%2e/secret.html',
      'app://other/',
      'app://lumbung/x',
    ])
      expect([url, (await get(url)).status]).toEqual([url, 404])
    expect((await get('app://lumbung/', 'POST')).status).toBe(404)
    expect(electron.privileged).toEqual([expect.objectContaining({ scheme: 'app' })])
  })

  test.each([
    ['the window', electron.session.defaultSession],
    ['the window that prints', electron.session.fromPartition('print')],
  ])('%s: no permission, no device, no download, no connection', async (_, session) => {
    await desktop('printFile', paper())
    const answers: boolean[] = []
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal'])
      session.permissionRequest?.(contents(), permission, (is) => answers.push(is))
    expect(answers).toEqual([false, false, false, false, false])
    expect([session.permissionCheck?.(), session.devicePermission?.(), session.displayMedia]).toEqual([
      false,
      false,
      null,
    ])
    expect(electron.isPrevented(session, 'will-download')).toBe(true)
    expect(session.blocked?.urls).toEqual(
      expect.arrayContaining(['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*']),
    )
    session.blocked?.listen({}, ({ cancel }) => answers.push(cancel))
    expect(answers.at(-1)).toBe(true)
  })

  test('no other page, no second window, no embedded program', () => {
    expect(contents().windowOpen?.({ url: 'https://example.org' })).toEqual({ action: 'deny' })
    for (const event of ['will-navigate', 'will-redirect', 'will-attach-webview'])
      expect([event, electron.isPrevented(contents(), event, { url: 'file:///etc/passwd' })]).toEqual([event, true])
    const frame = (url: string, isMainFrame = false) =>
      electron.isPrevented(contents(), 'will-frame-navigate', { url, isMainFrame })
    expect(frame('https://example.org')).toBe(true)
    expect(frame('blob:https://example.org/1')).toBe(true)
    expect(frame('file:///etc/passwd')).toBe(true)
    expect(frame('blob:app://lumbung/1', true)).toBe(true)
    expect(frame('blob:app://lumbung/1')).toBe(false)
    expect(frame('chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html')).toBe(false)
    expect(frame('chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/index.html')).toBe(true)
  })

  test('a page whose process died is loaded again', () => {
    contents().emit('render-process-gone')
    expect(contents().reloads).toBe(1)
  })
})

describe('what the window may ask of the desktop', () => {
  test('exactly the functions that the page is offered', () => {
    expect(electron.handledChannels().sort()).toEqual(Object.values(channels).sort())
  })

  test.each(Object.keys(channels) as (keyof typeof channels)[])('%s answers no foreign frame', async (name) => {
    const strangers = [
      { sender: contents(), senderFrame: null },
      { sender: contents(), senderFrame: { url: 'app://lumbung/' } },
      { sender: { mainFrame: contents().mainFrame }, senderFrame: { url: 'https://evil.example/' } },
    ]
    const elsewhere = { url: 'https://evil.example/' }
    strangers.push({ sender: { ...contents(), mainFrame: elsewhere } as never, senderFrame: elsewhere })
    for (const stranger of strangers)
      await expect(electron.invoke(channels[name], stranger, paper())).rejects.toThrow('refused')
    expect(electron.said).toEqual([])
  })

  test('a paper is saved where the person says, with its own ending', async () => {
    electron.person.saves = join(electron.profile, 'Buku kas')
    const path = await desktop('saveFile', paper())
    expect(path).toBe(join(electron.profile, 'Buku kas.pdf'))
    expect(readFileSync(String(path), 'utf8')).toBe('%PDF-1.7')
    expect(electron.said[0]?.options.defaultPath).toBe(join(electron.profile, 'documents', paper().name))
  })

  test('a save that is cancelled saves nothing', async () => {
    expect(await desktop('saveFile', paper())).toBeUndefined()
  })

  test('several files are saved together in a new folder, and never over an earlier one', async () => {
    electron.person.chooses = [electron.profile]
    const volumes = [paper('Buku RAT jilid 1.pdf'), paper('Buku RAT jilid 2.pdf')]
    const first = String(await desktop('saveFiles', volumes))
    expect(first).toBe(join(electron.profile, 'Buku RAT jilid 1'))
    expect(readFileSync(join(first, 'Buku RAT jilid 2.pdf'), 'utf8')).toBe('%PDF-1.7')
    expect(await desktop('saveFiles', volumes)).toBe(`${first} (2)`)
    electron.person.chooses = []
    expect(await desktop('saveFiles', volumes)).toBeUndefined()
    await expect(desktop('saveFiles', [paper('../x.pdf')])).rejects.toThrow('refused')
    await expect(desktop('saveFiles', [])).rejects.toThrow('refused')
  })

  test('a place that cannot be written is said in words', async () => {
    electron.person.saves = join(electron.profile, 'no such folder', 'x.pdf')
    expect(await desktop('saveFile', paper())).toBeUndefined()
    expect(electron.said.map(({ kind }) => kind)).toEqual(['save', 'message'])
    expect(String(electron.said[1]?.options.message)).toMatch(/^Berkas tidak dapat disimpan/)
  })

  test('a paper opens in the viewer of the system', async () => {
    await desktop('openFile', paper())
    const path = electron.opened.at(-1) ?? ''
    expect([path.endsWith(paper().name), readFileSync(path, 'utf8')]).toEqual([true, '%PDF-1.7'])
  })

  test.skipIf(process.platform === 'win32')('a paper on its way to the viewer is for nobody else to read', async () => {
    await desktop('openFile', paper())
    expect((statSync(electron.opened.at(-1) ?? '').mode & 0o777).toString(8)).toBe('600')
  })

  test('a file of 200 MB is taken, a byte more is refused', async () => {
    const sized = (byteLength: number) => ({ ...paper(), bytes: new ArrayBuffer(byteLength) })
    await desktop('saveFile', sized(200 * 1024 * 1024))
    expect(electron.said.map(({ kind }) => kind)).toEqual(['save'])
    await expect(desktop('saveFile', sized(200 * 1024 * 1024 + 1))).rejects.toThrow('refused')
    expect(electron.said).toHaveLength(1)
  })

  test('a machine without a viewer is told so', async () => {
    electron.person.opens = 'No application found'
    await desktop('openFile', paper())
    expect(electron.said.map(({ kind }) => kind)).toEqual(['message'])
  })

  test('a paper is printed from a window of its own, without a way into the program', async () => {
    await desktop('printFile', paper('Kuitansi.pdf'))
    const printer = electron.windows.at(-1) ?? expect.fail('no window')
    expect(electron.printing.papers.at(-1)).toMatch(/^file:\/\/.*Kuitansi\.pdf$/)
    expect([printer.isDestroyed, printer.options.webPreferences.preload]).toEqual([true, undefined])
    expect(printer.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    })
    expect(printer.options.webPreferences.session).toBe(electron.session.fromPartition('print'))
    expect(printer.webContents.windowOpen?.({ url: '' })).toEqual({ action: 'deny' })
    await expect(desktop('printFile', { ...paper('x.csv'), type: 'text/csv' })).rejects.toThrow('refused')
  })

  test('a paper that cannot be printed here opens in the viewer; a cancelled print does not', async () => {
    const before = electron.opened.length
    electron.printing.outcome = [false, 'Print job canceled']
    await desktop('printFile', paper())
    expect(electron.opened).toHaveLength(before)
    electron.printing.outcome = [false, 'Print job failed']
    await desktop('printFile', paper())
    expect(electron.opened).toHaveLength(before + 1)
    electron.printing.outcome = undefined
  })

  test('a book and a folder are chosen by the person alone', async () => {
    expect(await desktop('chooseBook')).toBeUndefined()
    electron.person.chooses = ['/home/siti/a.lumbung']
    expect(await desktop('chooseBook')).toBe('/home/siti/a.lumbung')
    expect(await desktop('chooseFolder')).toBe('/home/siti/a.lumbung')
    expect(electron.said.map(({ options }) => options.title)).toEqual([
      'Pilih buku koperasi',
      'Pilih buku koperasi',
      'Pilih folder',
    ])
    await expect(desktop('chooseBook', '/etc')).rejects.toThrow('refused')
  })

  test('a file is shown where it lies', async () => {
    expect(await desktop('showInFolder', book)).toBe(true)
    expect(electron.shown).toEqual([book])
    await expect(desktop('showInFolder', 'a.lumbung')).rejects.toThrow('refused')
    await expect(desktop('showInFolder', book, '/etc')).rejects.toThrow('refused')
  })

  test('menu and dialogs speak the language of the screens', async () => {
    const labels = () => electron.menus.at(-1)?.map(({ label }) => label)
    expect(labels()).toEqual(['Berkas', 'Ubah', 'Tampilan', 'Bantuan'])
    await desktop('setLanguage', 'en')
    expect(labels()).toEqual(['File', 'Edit', 'View', 'Help'])
    await desktop('chooseFolder')
    expect(electron.said[0]?.options.title).toBe('Choose a folder')
    electron.menus.at(-1)?.at(-1)?.submenu?.[0]?.click?.()
    expect(electron.said[1]?.options).toMatchObject({ message: 'Lumbung', detail: 'Version 0.1.0' })
    expect(JSON.stringify(electron.menus)).not.toMatch(/toggleDevTools|reload/)
  })

  const strange: [string, unknown][] = [
    ['a path in the name', { ...paper(), name: '../../.bashrc.pdf' }],
    ['a Windows path in the name', { ...paper(), name: 'C:\\x.pdf' }],
    ['a name that turns its direction', { ...paper(), name: 'x\u202efdp.exe.pdf' }],
    ['a program', { ...paper(), name: 'x.exe', type: 'application/x-msdownload' }],
    ['a program called a paper', { ...paper(), name: 'x.exe' }],
    ['a page', { ...paper(), name: 'x.html', type: 'text/html' }],
    ['text instead of bytes', { ...paper(), bytes: '%PDF' }],
    ['more than it should say', { ...paper(), path: '/etc/passwd' }],
    ['no name', { ...paper(), name: '' }],
    ['nothing', undefined],
  ]
  test.each(strange)('a file with %s is refused', async (_, file) => {
    for (const name of ['saveFile', 'openFile', 'printFile'] as const)
      await expect(desktop(name, file)).rejects.toThrow('refused')
  })
})

describe('a thousand random messages on each channel', () => {
  const file = fc.record({
    name: fc.oneof(fc.string(), fc.constantFrom('a.pdf', '../a.pdf', 'a.pdf\u0000', 'a.exe')),
    type: fc.oneof(fc.string(), fc.constantFrom('application/pdf', 'text/html', '__proto__')),
    bytes: fc.oneof(fc.string(), fc.uint8Array(), fc.constant(null)),
  })
  const word = fc.oneof(
    fc.anything(),
    fc.string(),
    file,
    fc.constantFrom('/etc/passwd\u0000', '__proto__', 'id', 'en', 'de'),
  )

  test.each(Object.keys(channels) as (keyof typeof channels)[])('%s', async (name) => {
    const before = [electron.opened.length, electron.windows.length]
    for (const words of fc.sample(fc.array(word, { minLength: 1, maxLength: 2 }), {
      numRuns: 1_000,
      seed: 20_261_120,
    })) {
      const answer = await desktop(name, ...words).catch((error: unknown) => error)
      const isUnderstood = !(answer instanceof Error)
      if (isUnderstood) expect([name, words.length]).toEqual([expect.stringMatching(/^(choose|show|setLanguage)/), 1])
    }
    expect(electron.said.filter(({ kind }) => kind !== 'open')).toEqual([])
    expect([electron.opened.length, electron.windows.length]).toEqual(before)
  })
})

describe('one program', () => {
  test('first of all it speaks as it was told last', () => desktop('setLanguage', 'en'))

  test('a second start shows the window of the first', () => {
    window().minimized = true
    const { focused } = window()
    electron.app.emit('second-instance')
    expect([window().minimized, window().focused]).toEqual([false, focused + 1])
  })

  test('it ends with the book closed, and remembers where its window was', async () => {
    const exit = once(electron.forks.at(-1)?.process ?? expect.fail('no backend'), 'exit')
    const quit = once(electron.app, 'quit')
    window().close()
    expect(electron.app.hasQuit).toBe(false)
    await Promise.all([exit, quit])
    expect(existsSync(`${book}-wal`)).toBe(false)
    const state = JSON.parse(readFileSync(join(electron.profile, 'userData', 'window.json'), 'utf8'))
    expect(state).toEqual({ language: 'en', isMaximized: true, bounds: { x: 10, y: 20, width: 1000, height: 700 } })
    for (const path of electron.opened) expect(existsSync(path)).toBe(false)
  })
})

test('the pages of the shell are the pages of the browser door', () => {
  expect(readPages(screens.folder).find('/assets/app.js')?.type).toMatch(/^text\/javascript/)
})
