import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { contentSecurityPolicy } from '../../electron/doors/pages.ts'
import { channels } from '../../electron/shell/channels.ts'
import { safePreferences } from '../../electron/shell/security.ts'
import packageJson from '../../package.json' with { type: 'json' }
import { calleeOf, nodesOf, root, sourceFiles } from '../architecture/syntax.ts'
import { brokenPoints, points } from './electron-points.ts'

const shell = sourceFiles('electron/shell')

test('no file of the shell breaks a point of the security checklist', () => {
  expect(shell.length).toBeGreaterThan(8)
  expect(shell.map((file) => [file.path, brokenPoints(file)]).filter(([, broken]) => broken?.length)).toEqual([])
})

/** For each point a line that breaks it. */
const planted: Readonly<Record<number, string>> = {
  1: "const page = 'https://example.org/'",
  2: 'const preferences = { nodeIntegration: true }',
  3: 'const preferences = { contextIsolation: false }',
  4: 'const preferences = { sandbox: isDevelopment }',
  5: 'session.setPermissionRequestHandler((_c, _p, answer) => answer(true))',
  6: 'const preferences = { webSecurity: false }',
  7: 'const policy = "script-src \'unsafe-inline\'"',
  8: 'const preferences = { allowRunningInsecureContent: true }',
  9: 'const preferences = { experimentalFeatures: true }',
  10: "const preferences = { enableBlinkFeatures: 'x' }",
  11: 'const preferences = { webviewTag: true }',
  12: 'new BrowserWindow({ webPreferences: { ...safePreferences, devTools: true } })',
  13: 'void window.loadURL(address)',
  14: "contents.setWindowOpenHandler(() => ({ action: 'allow' }))",
  15: 'void shell.openExternal(url)',
  17: "ipcMain.on('lumbung:any', (event) => work(event))",
  18: "void window.loadFile('index.html')",
  20: "contextBridge.exposeInMainWorld('lumbung', ipcRenderer)",
}

test.each(points)('point $number is found broken where it is: $title', ({ number }) => {
  const text = planted[number] ?? expect.fail('no planted line')
  expect(brokenPoints({ path: 'electron/shell/planted/preload.ts', text })).toContain(number)
})

test('a window without the safe preferences is found', () => {
  for (const text of [
    'new BrowserWindow({})',
    'new BrowserWindow({ webPreferences: { sandbox: true } })',
    'new BrowserWindow()',
  ])
    expect(brokenPoints({ path: 'electron/shell/x.ts', text })).toContain(12)
})

test('every window runs in the sandbox, without Node, apart from the preload script', () => {
  expect(safePreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
  })
  expect(safePreferences).not.toHaveProperty('preload')
})

test('the policy starts from nothing', () => {
  expect(contentSecurityPolicy('n').split('; ')[0]).toBe("default-src 'none'")
  expect(contentSecurityPolicy('n')).not.toMatch(/unsafe|\*|https?:|data:|filesystem:/)
})

test('no form is sent, no address is rebased, and no page is put into a foreign one', () => {
  const nothing = contentSecurityPolicy('n')
    .split('; ')
    .filter((rule) => rule.endsWith(" 'none'"))
  expect(nothing).toEqual(["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
})

test('each channel is answered in one place, after asking who sends and what', () => {
  const dialogs = shell.find(({ path }) => path.endsWith('dialogs.ts')) ?? expect.fail('no dialogs.ts')
  const answering = nodesOf(dialogs)
    .filter(({ type }) => type === 'CallExpression')
    .map(calleeOf)
  expect(answering.filter((name) => name === 'ipcMain.handle')).toHaveLength(1)
  expect(answering.filter((name) => name === 'answer')).toHaveLength(Object.keys(channels).length)
  expect(answering.filter((name) => name === 'requireOwnFrame' || name === 'schema.safeParse')).toHaveLength(2)
})

test('the page of the screens has no script or style of its own', () => {
  const page = readFileSync(join(root, 'renderer', 'index.html'), 'utf8')
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|javascript:|https?:/i)
})

test('Electron is pinned, and the packages are built with the very version that is tested', () => {
  const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  expect(packageJson.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  expect(builder).toContain(`electronVersion: ${packageJson.devDependencies.electron}\n`)
})

test('the preload script offers the page its named functions and nothing that leads further', async () => {
  const exposed: Record<string, Record<string, (...words: unknown[]) => unknown>> = {}
  const invoked: unknown[][] = []
  const posted: unknown[][] = []
  let hear: ((event: { ports: readonly string[] }) => void) | undefined
  vi.doMock('electron', () => ({
    contextBridge: {
      exposeInMainWorld: (name: string, functions: never) => Object.assign(exposed, { [name]: functions }),
    },
    ipcRenderer: {
      invoke: async (...words: unknown[]) => void invoked.push(words),
      on: (_channel: string, listen: typeof hear) => {
        hear = listen
      },
    },
  }))
  vi.stubGlobal('window', {
    location: { origin: 'app://lumbung' },
    postMessage: (...words: unknown[]) => posted.push(words),
  })
  await import('../../electron/shell/preload.ts')
  const functions = exposed.lumbung ?? expect.fail('nothing exposed')
  expect([Object.keys(exposed), Object.keys(functions).sort()]).toEqual([['lumbung'], Object.keys(channels).sort()])
  const file = { name: 'a.pdf', type: 'application/pdf', bytes: new ArrayBuffer(1), path: '/etc/passwd' }
  for (const [name, ask] of Object.entries(functions))
    expect(await ask(name === 'saveFiles' ? [file] : file, 'more')).toBeUndefined()
  expect(invoked.map(([channel]) => channel).sort()).toEqual(Object.values(channels).sort())
  const fileCalls = invoked.filter(([channel]) => /Files?$/.test(String(channel)))
  for (const [, given, ...more] of fileCalls)
    for (const one of [given].flat())
      expect([Object.keys(one as object), more]).toEqual([['name', 'type', 'bytes'], []])
  hear?.({ ports: ['port'] })
  expect(posted).toEqual([['lumbung:port', 'app://lumbung', ['port']]])
})
