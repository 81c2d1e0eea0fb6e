import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Programs of the machine that check our exports; each is told aloud when it is missing. */
const packageOf = {
  hledger: 'hledger',
  soffice: 'libreoffice-calc',
  'bean-check': 'beancount',
  pdftotext: 'poppler-utils',
  pdffonts: 'poppler-utils',
  qpdf: 'qpdf',
} as const

type Program = keyof typeof packageOf

/** False where the program is missing, said on standard error with the command that brings it. */
export function isInstalled(program: Program): boolean {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const isThere = folders.some((folder) => existsSync(join(folder, program)))
  if (!isThere) {
    process.stderr.write(`SKIPPED: tests that need ${program}; to run them: apt-get install ${packageOf[program]}\n`)
  }
  return isThere
}

/** What the program printed; throws with its complaint when it fails. */
export function run(program: Program, ...args: readonly string[]): string {
  return execFileSync(program, args, {
    encoding: 'utf8',
    stdio: 'pipe',
    maxBuffer: 100_000_000,
    env: { ...process.env, LANG: 'C.UTF-8' },
  })
}
