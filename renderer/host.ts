import type { DesktopFunctions, Host, HostFile } from '../shared/host.ts'

/** How long a browser keeps a file's address: long enough for a slow viewer, not for ever. */
const addressLifeMs = 120_000

function withAddress(file: HostFile, use: (address: string) => void): void {
  const address = URL.createObjectURL(new Blob([file.bytes], { type: file.type }))
  use(address)
  window.setTimeout(() => URL.revokeObjectURL(address), addressLifeMs)
}

function download({ name }: HostFile, address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}

/** Prints through a frame nobody sees; a browser that shows no PDF in frames gets it in a tab of its own. */
function printInFrame(address: string): void {
  const frame = document.createElement('iframe')
  // A frame that is not laid out shows no PDF and prints nothing.
  Object.assign(frame.style, { position: 'fixed', inset: '0 auto auto 0', width: '1px', height: '1px', opacity: '0' })
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  frame.src = address
  frame.addEventListener('load', () => frame.contentWindow?.print())
  document.body.append(frame)
  window.setTimeout(() => frame.remove(), addressLifeMs)
}

const browserHost: Host = {
  kind: 'browser',
  saveFile: async (file) => {
    withAddress(file, (address) => download(file, address))
    return undefined
  },
  saveFiles: async (files) => {
    for (const file of files) withAddress(file, (address) => download(file, address))
    return undefined
  },
  openFile: async (file) => {
    withAddress(file, (address) => {
      const isSeen = window.open(address, '_blank')
      if (!isSeen) download(file, address)
    })
  },
  printFile: async (file) => {
    withAddress(file, navigator.pdfViewerEnabled ? printInFrame : (address) => window.open(address, '_blank'))
  },
  chooseBook: async () => undefined,
  chooseFolder: async () => undefined,
  showInFolder: async () => false,
  setLanguage: async () => {},
}

function desktopHost(functions: DesktopFunctions): Host {
  return { kind: 'desktop', ...functions }
}

/** The place this screen runs in. */
export const host: Host = window.lumbung ? desktopHost(window.lumbung) : browserHost
