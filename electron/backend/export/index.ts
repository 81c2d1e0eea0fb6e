import type { App } from '../app.ts'
import { beancountExport } from './beancount.ts'
import { csvExport } from './csv.ts'
import { hledgerExport } from './hledger.ts'
import { jsonExport } from './json.ts'
import { xlsxExport } from './xlsx.ts'

/** Every format a book can leave in. */
const exporters = {
  hledger: hledgerExport,
  beancount: beancountExport,
  csv: csvExport,
  xlsx: xlsxExport,
  json: jsonExport,
} as const satisfies Record<string, (app: App) => AsyncIterable<string | Uint8Array>>

export type ExportFormat = keyof typeof exporters
export const exportFormats = Object.keys(exporters) as ExportFormat[]

/** The book in another program's format, piece by piece: what is written next is read next. */
export function exportBook(app: App, format: ExportFormat): AsyncIterable<string | Uint8Array> {
  return exporters[format](app)
}
