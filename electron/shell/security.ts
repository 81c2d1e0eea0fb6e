import type { IpcMainInvokeEvent, Session, WebContents, WebPreferences } from 'electron'

/** The only address the window ever shows. */
export const home = 'app://lumbung/'

/** How every page of this program runs: in the sandbox, without Node, apart from the preload script's world. */
export const safePreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries would be fetched from the network.
  spellcheck: false,
  // Papers are shown by Chromium's own PDF viewer.
  plugins: true,
}

/** Nothing is permitted that a page could ask for, nothing is downloaded, nothing leaves this machine. */
export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.on('will-download', (event) => event.preventDefault())
  const elsewhere = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*']
  session.webRequest.onBeforeRequest({ urls: elsewhere }, (_request, answer) => answer({ cancel: true }))
}

/** A page stays where it is: no other address, no second window, no embedded program. Holds for every page there is. */
export function secureContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Inside the window's page, frames show nothing but papers. */
export function secureFrames(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !isPaper(event.url)) event.preventDefault()
  })
}

/** A PDF the page itself made an address for, or Chromium's viewer around it. */
function isPaper(url: string): boolean {
  return url.startsWith(`blob:${home}`) || url.startsWith('chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/')
}

/** Throws unless the message comes from the program's own page: its main frame, at its own address. */
export function requireOwnFrame({ sender, senderFrame }: IpcMainInvokeEvent): void {
  if (!senderFrame || senderFrame !== sender.mainFrame || !senderFrame.url.startsWith(home)) {
    throw new Error('refused: not from the own page')
  }
}
