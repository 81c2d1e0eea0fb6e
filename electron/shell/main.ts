import { join } from 'node:path'
import { app, BrowserWindow, dialog, session } from 'electron'
import type { Language } from '../../shared/calendar.ts'
import { findPages, readPages } from '../doors/pages.ts'
import { declareAppProtocol, serveApp } from './app-protocol.ts'
import { Backend } from './backend.ts'
import { answerWindow } from './dialogs.ts'
import { setMenu } from './menu.ts'
import { home, safePreferences, secureContents, secureFrames, secureSession } from './security.ts'
import { shellTexts } from './shell-text.ts'
import { keepState, readState } from './window-state.ts'

let window: BrowserWindow | undefined
let language: Language = 'id'

/** Two programs on one book would wait for each other: a second start shows the first one's window. */
if (!app.requestSingleInstanceLock()) app.quit()
else run()

function run(): void {
  app.enableSandbox()
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  declareAppProtocol()
  app.setAppUserModelId('id.koperasi.lumbung')
  app.on('web-contents-created', (_event, contents) => secureContents(contents))
  app.on('second-instance', showWindow)
  app.on('window-all-closed', () => app.quit())
  const backend = new Backend(() => window?.webContents, giveUp)
  endAfter(backend)
  void app.whenReady().then(() => open(backend))
}

function open(backend: Backend): void {
  secureSession(session.defaultSession)
  serveApp(session.defaultSession, readPages(findPages()))
  const state = readState()
  speak(state.language)
  window = newWindow(state)
  const desktop = { window, text: () => shellTexts[language], setLanguage: speak }
  const answers = answerWindow(desktop)
  app.once('quit', answers.forget)
  backend.start()
  window.webContents.on('did-finish-load', () => backend.connect())
  window.webContents.on('render-process-gone', () => window?.webContents.reload())
  void window.loadURL(home)
}

function newWindow(state: ReturnType<typeof readState>): BrowserWindow {
  const made = new BrowserWindow({
    width: 1366,
    height: 768,
    ...state.bounds,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Lumbung',
    webPreferences: { ...safePreferences, preload: join(app.getAppPath(), 'out', 'preload', 'index.cjs') },
  })
  secureFrames(made.webContents)
  if (state.isMaximized) made.maximize()
  made.once('ready-to-show', () => made.show())
  made.on('close', () => keepState(made, language))
  made.once('closed', () => {
    window = undefined
  })
  return made
}

function speak(next: Language): void {
  language = next
  setMenu(shellTexts[next])
}

function showWindow(): void {
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/** The program is gone only when its book is closed. */
function endAfter(backend: Backend): void {
  let isStopped = false
  app.on('will-quit', (event) => {
    if (isStopped) return
    event.preventDefault()
    void backend.stop().finally(() => {
      isStopped = true
      app.quit()
    })
  })
}

function giveUp(): void {
  const { stopped, stoppedAdvice } = shellTexts[language]
  dialog.showErrorBox(stopped, stoppedAdvice)
  app.quit()
}
