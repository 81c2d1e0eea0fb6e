import assert from 'node:assert/strict'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { cellText } from '../../../electron/backend/reports/paper/cell-text.ts'
import { fontFiles } from '../../../electron/backend/reports/paper/fonts.ts'
import { addDays } from '../../../shared/calendar.ts'
import type { Statement } from '../../../shared/statements/statement.ts'
import { bank } from '../cooperative.ts'
import { lastYear } from '../large-book.ts'
import { type Measured, summary, timed } from '../measure.ts'
import { type OpenBook, openCopy, today } from '../open-book.ts'

/** A register of so many rows as a PDF, and bare pdfmake for the same rows on as many pages; what the backend does meanwhile. */
export async function paperAgainstPdfmake(decade: string, wanted: number, rounds: number): Promise<Measured[]> {
  const book = await openCopy(decade)
  const params = { code: bank, from: await firstDayFor(book, wanted), to: today }
  const statement = (await book.api.reports.run({ report: 'ledgerAccount', params })) as Statement
  const pairs: { mine: number; theirs: number }[] = []
  const stalls: { mine: number; theirs: number }[] = []
  let pages = 0
  for (let round = 0; round <= rounds; round += 1) {
    const { longest, usual, ...ours } = await printed(book, params)
    const { bytes, took } = await bare(statement)
    pages = pagesOf(ours.bytes)
    const difference = Math.abs(pagesOf(bytes) - pages) / pages
    assert.ok(difference < 0.03, `${pages} pages here, ${pagesOf(bytes)} there`)
    if (round > 0) pairs.push({ mine: ours.took, theirs: took })
    if (round > 0) stalls.push({ mine: longest, theirs: usual })
  }
  await book.close()
  const what = `ledgerAccount of ${statement.rows.length.toLocaleString('id')} rows / bare pdfmake, ${pages} pages`
  return [summary({ what, atLeast: 1.2, aim: 1.05, note: meanwhile(stalls) }, pairs)]
}

function meanwhile(stalls: readonly { mine: number; theirs: number }[]): string {
  const { ours, other } = summary({ what: '', atLeast: 0, aim: 0 }, stalls)
  return `answers meanwhile: usually ${other.toFixed(0)} ms, at most ${ours.toFixed(0)} ms`
}

/** The day from which the account has about so many lines. */
async function firstDayFor({ api }: OpenBook, wanted: number): Promise<string> {
  const { count } = await api.ledger.account({ code: bank, from: `${lastYear}-01-01`, to: today, limit: 1 })
  return addDays(today, -Math.round((wanted / count) * 365) + 1)
}

type Asked = { readonly code: string; readonly from: string; readonly to: string }

/** Presses the report while another window goes on asking, every 20 ms. */
async function printed({ api }: OpenBook, params: Asked) {
  const answers: number[] = []
  let isPrinting = true
  const asking = (async () => {
    while (isPrinting) {
      const due = performance.now() + 20
      await new Promise((resolve) => setTimeout(resolve, 20))
      await api.cooperative.get()
      answers.push(performance.now() - due)
    }
  })()
  let bytes = new Uint8Array()
  const took = await timed(async () => {
    bytes = new Uint8Array(await (await api.reports.pdf({ report: 'ledgerAccount', params })).arrayBuffer())
  })
  isPrinting = false
  await asking
  const sorted = answers.toSorted((a, b) => a - b)
  return { bytes, took, longest: sorted.at(-1) ?? 0, usual: sorted[Math.floor(sorted.length / 2)] ?? 0 }
}

const millimetre = 72 / 25.4

/** The same rows in one pdfmake table of the same type and paper, page numbers below. */
async function bare(statement: Statement): Promise<{ bytes: Uint8Array; took: number }> {
  pdfmake.setFonts({ NotoSans: { ...fontFiles() } })
  pdfmake.setLocalAccessPolicy(() => true)
  pdfmake.setUrlAccessPolicy(() => false)
  let bytes = new Uint8Array()
  const took = await timed(async () => {
    bytes = new Uint8Array(await pdfmake.createPdf(definitionOf(statement)).getBuffer())
  })
  return { bytes, took }
}

function definitionOf({ title, columns, rows }: Statement): TDocumentDefinitions {
  const alignment = (kind: string) => (kind === 'money' ? ('right' as const) : ('left' as const))
  const heads = columns.map((column) => ({ text: column.title, bold: true, alignment: alignment(column.kind) }))
  const body = rows.map((row) =>
    columns.map((column) => ({
      text: cellText(column, row[column.key] ?? null, false),
      alignment: alignment(column.kind),
    })),
  )
  const content: Content = [
    { text: title, fontSize: 13, bold: true },
    {
      table: {
        headerRows: 1,
        widths: columns.map(({ kind }) => (kind === 'text' ? '*' : kind === 'money' ? 56 : kind === 'date' ? 44 : 64)),
        body: [heads, ...body],
      },
      layout: {
        hLineWidth: () => 0.5,
        vLineWidth: () => 0,
        paddingLeft: () => 3,
        paddingRight: () => 3,
        paddingTop: () => 1.6,
        paddingBottom: () => 1.6,
      },
    },
  ]
  return {
    content,
    pageSize: 'A4',
    pageMargins: [25 * millimetre, 15 * millimetre, 15 * millimetre, 18 * millimetre],
    subset: 'PDF/A-2b',
    version: '1.7',
    defaultStyle: { font: 'NotoSans', fontSize: 8 },
    footer: (page, pages) => ({ text: `${page} / ${pages}`, alignment: 'right', margin: [0, 8, 40, 0], fontSize: 7 }),
  } as TDocumentDefinitions
}

function pagesOf(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  )
}
