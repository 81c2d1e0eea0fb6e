import { readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from './programs.ts'

/** Comma, double quote, UTF-8, and formulas calculated: the most trusting way a CSV file can be opened. */
const trusting = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1,true'

/** How many formulas LibreOffice finds in a file, and what all its cells show. */
export function openedByLibreOffice(file: string): { formulas: number; text: string } {
  const folder = dirname(file)
  const filter = extname(file) === '.csv' ? [`--infilter=${trusting}`] : []
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office-profile'))}`
  run('soffice', profile, '--headless', ...filter, '--convert-to', 'fods', '--outdir', join(folder, 'opened'), file)
  const text = readFileSync(join(folder, 'opened', `${basename(file, extname(file))}.fods`), 'utf8')
  return { formulas: text.split('table:formula=').length - 1, text }
}
