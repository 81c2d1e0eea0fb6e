import { BrowserWindow, session, shell } from 'electron'
import { safePreferences, secureSession } from './security.ts'

/**
 * Shows the print dialog for a paper this process has just written, in a window of its own that is never seen. Where
 * that fails the paper opens in the system's viewer, which prints too.
 */
export async function printPdf(path: string): Promise<void> {
  const apart = session.fromPartition('print')
  secureSession(apart)
  const window = new BrowserWindow({ show: false, webPreferences: { ...safePreferences, session: apart } })
  try {
    // The one file: address of the program: its name was made here, and the window has no preload script to reach.
    await window.loadFile(path)
    const failure = await new Promise<string>((resolve) => {
      window.webContents.print({ silent: false }, (isDone, reason) => resolve(isDone ? '' : reason))
    })
    if (failure !== '' && !/cancel/i.test(failure)) await shell.openPath(path)
  } catch {
    await shell.openPath(path)
  } finally {
    window.destroy()
  }
}
