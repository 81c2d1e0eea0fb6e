import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { canShowWindow, electronProgram } from './electron-runtime.ts'

interface Tool {
  readonly name: string
  /** Any of these programs will do. */
  readonly programs: readonly string[]
  /** What is not tested without it. */
  readonly proves: string
  readonly debian: string
}

/** Programs beyond the registry that tests use where they are present. */
const tools: readonly Tool[] = [
  {
    name: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome', 'chrome'],
    proves: 'every screen, end to end',
    debian: 'chromium',
  },
  { name: 'hledger', programs: ['hledger'], proves: "the export, by another program's arithmetic", debian: 'hledger' },
  { name: 'beancount', programs: ['bean-check'], proves: 'the export for beancount', debian: 'beancount' },
  { name: 'poppler', programs: ['pdftotext'], proves: 'what is printed', debian: 'poppler-utils' },
  { name: 'qpdf', programs: ['qpdf'], proves: 'that papers are sound PDF files', debian: 'qpdf' },
  { name: 'sqlite3', programs: ['sqlite3'], proves: 'that any SQLite opens a book', debian: 'sqlite3' },
  { name: 'a C compiler', programs: ['gcc', 'cc'], proves: 'that a power cut loses nothing', debian: 'gcc libc6-dev' },
  { name: 'strace', programs: ['strace'], proves: 'failing disks', debian: 'strace' },
  { name: 'faketime', programs: ['faketime'], proves: 'wrong clocks', debian: 'faketime' },
  { name: 'LibreOffice', programs: ['libreoffice', 'soffice'], proves: 'spreadsheets', debian: 'libreoffice-calc' },
]

function findProgram(programs: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const places = programs.flatMap((program) => folders.map((folder) => join(folder, program)))
  return places.find((place) => existsSync(place))
}

/** A browser for the end-to-end tests: the one named by `CHROMIUM_PATH`, or the system's. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM_PATH ?? findProgram(tools[0]?.programs ?? [])
}

/** Says loudly what cannot be tested here and how to get it. */
export function missingTools(): string[] {
  const missing = tools.filter(({ programs }) => !findProgram(programs))
  const lines = missing.map(({ name, proves }) => `  SKIPPED without ${name}: ${proves}`)
  const packages = missing.map(({ debian }) => debian).join(' ')
  return [...lines, ...(packages === '' ? [] : [`  Get it: apt-get install ${packages}`]), ...missingCircumstances()]
}

/** What no package brings. */
function missingCircumstances(): string[] {
  const lines: string[] = []
  if (!electronProgram() || !canShowWindow()) {
    lines.push(
      "  SKIPPED without Electron's runtime and a screen: the real window",
      '  Get it: npm start once where Electron can be fetched, then npm test on a desktop, not as root',
    )
  }
  if (process.platform === 'linux' && process.getuid?.() !== 0) {
    lines.push('  SKIPPED without root: a full disk and another user at the port', '  Get it: sudo npm test')
  }
  return lines
}
