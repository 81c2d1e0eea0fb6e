/** A finished paper or spreadsheet, as the API answered it. */
export interface HostFile {
  /** A name a person understands, with its ending: `Kartu simpanan - 0012 - Siti.pdf`. */
  readonly name: string
  readonly type: string
  readonly bytes: ArrayBuffer
}

/**
 * What only the place a screen runs in can do. The desktop does it with the system's own dialogs; a browser does what
 * browsers can. Nothing here reads or writes the book.
 */
export interface Host {
  readonly kind: 'desktop' | 'browser'
  /** Lets a person keep the file; answers where it lies, or undefined where nobody may know or it was cancelled. */
  saveFile(file: HostFile): Promise<string | undefined>
  /** Lets a person keep several files at once, in a new folder where they lie together; answers as `saveFile` does. */
  saveFiles(files: readonly HostFile[]): Promise<string | undefined>
  /** Shows the file in the program that opens such files. */
  openFile(file: HostFile): Promise<void>
  /** Shows the print dialog for a PDF. */
  printFile(file: HostFile): Promise<void>
  /** The path of a book or a backup; undefined when cancelled. A browser never learns paths: there it must be typed. */
  chooseBook(): Promise<string | undefined>
  /** The path of a folder, for backups; undefined when cancelled, and always in a browser. */
  chooseFolder(): Promise<string | undefined>
  /** Shows where a file lies; false where that cannot be done. */
  showInFolder(path: string): Promise<boolean>
  /** The language of the system's menu and dialogs. */
  setLanguage(language: 'id' | 'en'): Promise<void>
}

/** What the desktop's preload script puts on `window.lumbung`: these functions and nothing else. */
export type DesktopFunctions = Omit<Host, 'kind'>

/** The word with which the preload script hands the window a port to the backend, at the start and after each restart. */
export const portMessage = 'lumbung:port'
