import { EventEmitter } from 'node:events'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, type MessagePort as NodePort, Worker } from 'node:worker_threads'

/**
 * The few modules of Electron that the shell uses, behaving as Electron's documentation says they do: events can be
 * prevented, handlers replace each other, the utility process is a real program with real ports. What no document
 * promises is left out, so that the shell cannot lean on it.
 */

export const profile = mkdtempSync(join(tmpdir(), 'lumbung-shell-'))

class Preventable {
  defaultPrevented = false
  constructor(readonly fields: Record<string, unknown> = {}) {
    Object.assign(this, fields)
  }
  preventDefault() {
    this.defaultPrevented = true
  }
}

/** Emits an event that listeners may prevent; answers whether one did. */
export function isPrevented(from: EventEmitter, event: string, fields: Record<string, unknown> = {}): boolean {
  const happening = new Preventable(fields)
  from.emit(event, happening)
  return happening.defaultPrevented
}

class App extends EventEmitter {
  isPackaged = true
  hasQuit = false
  sandboxed = false
  isFirst = true
  readonly switches: string[] = []
  readonly #ready = Promise.withResolvers<void>()
  readonly commandLine = { appendSwitch: (name: string) => this.switches.push(name) }

  requestSingleInstanceLock = () => this.isFirst
  enableSandbox = () => {
    this.sandboxed = true
  }
  setAppUserModelId() {}
  getVersion = () => '0.1.0'
  getAppPath = () => join(import.meta.dirname, '..', '..')
  getPath(name: string): string {
    const path = join(profile, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  whenReady = () => this.#ready.promise
  becomeReady = () => this.#ready.resolve()

  quit(): void {
    if (this.hasQuit || isPrevented(this, 'before-quit') || isPrevented(this, 'will-quit')) return
    this.hasQuit = true
    this.emit('quit')
  }
}
export const app = new App()

class FakeSession extends EventEmitter {
  permissionRequest: ((contents: unknown, permission: string, answer: (is: boolean) => void) => void) | null = null
  permissionCheck: (() => boolean) | null = null
  devicePermission: (() => boolean) | null = null
  displayMedia: unknown = 'the default'
  readonly schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
  blocked: { urls: string[]; listen: (request: object, answer: (say: { cancel: boolean }) => void) => void } | undefined

  setPermissionRequestHandler(handler: FakeSession['permissionRequest']) {
    this.permissionRequest = handler
  }
  setPermissionCheckHandler(handler: FakeSession['permissionCheck']) {
    this.permissionCheck = handler
  }
  setDevicePermissionHandler(handler: FakeSession['devicePermission']) {
    this.devicePermission = handler
  }
  setDisplayMediaRequestHandler(handler: unknown) {
    this.displayMedia = handler
  }
  readonly webRequest = {
    onBeforeRequest: (filter: { urls: string[] }, listen: NonNullable<FakeSession['blocked']>['listen']) => {
      this.blocked = { urls: filter.urls, listen }
    },
  }
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
      if (this.schemes.has(scheme)) throw new Error(`${scheme} is handled already`)
      this.schemes.set(scheme, handler)
    },
  }
}

const partitions = new Map<string, FakeSession>()
export const session = {
  defaultSession: new FakeSession(),
  fromPartition: (name: string) => {
    const found = partitions.get(name) ?? new FakeSession()
    partitions.set(name, found)
    return found
  },
}

export const privileged: unknown[] = []
export const protocol = { registerSchemesAsPrivileged: (schemes: unknown[]) => privileged.push(...schemes) }

export interface Posted {
  readonly channel: string
  readonly ports: readonly NodePort[]
}

class FakeContents extends EventEmitter {
  readonly posted: Posted[] = []
  readonly mainFrame = { url: 'about:blank' }
  reloads = 0
  windowOpen: ((details: { url: string }) => { action: string }) | undefined
  printing: (() => [boolean, string]) | undefined

  setWindowOpenHandler(handler: FakeContents['windowOpen']) {
    this.windowOpen = handler
  }
  postMessage(channel: string, _message: unknown, ports: readonly { port: NodePort }[]) {
    this.posted.push({ channel, ports: ports.map(({ port }) => port) })
    this.emit('posted')
  }
  reload() {
    this.reloads += 1
  }
  print(_options: object, done: (isDone: boolean, reason: string) => void) {
    done(...(printing.outcome ?? [true, '']))
    printing.papers.push(this.mainFrame.url)
  }
}

export const printing: { outcome: [boolean, string] | undefined; papers: string[] } = { outcome: undefined, papers: [] }

interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export const windows: FakeWindow[] = []
class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents()
  maximized = false
  minimized = false
  focused = 0
  isDestroyed = false

  constructor(readonly options: Partial<Rectangle> & { webPreferences: Record<string, unknown> }) {
    super()
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  maximize = () => {
    this.maximized = true
  }
  isMaximized = () => this.maximized
  isMinimized = () => this.minimized
  restore = () => {
    this.minimized = false
  }
  focus = () => {
    this.focused += 1
  }
  show() {}
  getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 })
  async loadURL(url: string) {
    this.webContents.mainFrame.url = url
  }
  async loadFile(path: string) {
    this.webContents.mainFrame.url = `file://${path}`
  }
  destroy() {
    this.isDestroyed = true
  }
  close() {
    this.emit('close', new Preventable())
    this.emit('closed')
    app.emit('window-all-closed')
  }
}
export const BrowserWindow = FakeWindow

type Handler = (event: unknown, ...words: unknown[]) => unknown
const handlers = new Map<string, Handler>()
export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`${channel} has a handler already`)
    handlers.set(channel, handler)
  },
}
export const handledChannels = () => [...handlers.keys()]

/** What `ipcRenderer.invoke` does: arguments arrive as structured clones, a thrown error leaves as a rejection. */
export async function invoke(channel: string, event: unknown, ...words: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  return await handler(event, ...words.map((word) => structuredClone(word)))
}

class FakeUtilityProcess extends EventEmitter {
  readonly #worker: Worker
  constructor(words: readonly string[]) {
    super()
    this.#worker = new Worker(join(import.meta.dirname, '../../electron/doors/port.ts'), { argv: [...words] })
    this.#worker.on('message', (message) => this.emit('message', message))
    this.#worker.on('error', () => {})
    this.#worker.on('exit', (code) => this.emit('exit', code))
  }
  postMessage(message: unknown, ports: readonly { port: NodePort }[] = []) {
    const [first] = ports
    if (first) this.#worker.postMessage(first.port, [first.port])
    else this.#worker.postMessage(message)
  }
  kill() {
    void this.#worker.terminate()
    return true
  }
}

export const forks: {
  readonly module: string
  readonly words: readonly string[]
  readonly process: FakeUtilityProcess
}[] = []
export const utilityProcess = {
  fork: (module: string, words: readonly string[] = []) => {
    const process = new FakeUtilityProcess(words)
    forks.push({ module, words, process })
    return process
  },
}

export class MessageChannelMain {
  readonly #channel = new MessageChannel()
  readonly port1 = { port: this.#channel.port1 }
  readonly port2 = { port: this.#channel.port2 }
}

/** What a person would choose in the next dialogs, and what the dialogs said. */
export const person = { saves: '' as string, chooses: [] as string[], opens: '' as string }
export const said: { kind: string; options: Record<string, unknown> }[] = []
const saying = (kind: string, options: Record<string, unknown>) => said.push({ kind, options })
export const dialog = {
  showSaveDialog: async (_window: unknown, options: Record<string, unknown>) => {
    saying('save', options)
    return { canceled: person.saves === '', filePath: person.saves }
  },
  showOpenDialog: async (_window: unknown, options: Record<string, unknown>) => {
    saying('open', options)
    return { canceled: person.chooses.length === 0, filePaths: person.chooses }
  },
  showMessageBox: async (...words: unknown[]) => {
    saying('message', words.at(-1) as Record<string, unknown>)
    return { response: 0 }
  },
  showErrorBox: (title: string, content: string) => saying('error', { title, content }),
}

export const opened: string[] = []
export const shown: string[] = []
export const shell = {
  openPath: async (path: string) => {
    opened.push(path)
    return person.opens
  },
  showItemInFolder: (path: string) => shown.push(path),
}

export const menus: { label?: string; submenu?: { label?: string; role?: string; click?: () => void }[] }[][] = []
export const Menu = {
  buildFromTemplate: (template: (typeof menus)[number]) => template,
  setApplicationMenu: (menu: (typeof menus)[number]) => menus.push(menu),
}

export const screen = {
  displays: [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }],
  getAllDisplays: () => screen.displays,
}
