import { spawn } from 'node:child_process'

/** Shows an address in the person's own browser; where there is none, the printed address is all they need. */
export function openBrowser(address: string): void {
  const [program, ...words] = starter(address)
  const browser = spawn(program, words, { detached: true, stdio: 'ignore' })
  browser.on('error', () => {})
  browser.unref()
}

function starter(address: string): [string, ...string[]] {
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', address]
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', address]
}
