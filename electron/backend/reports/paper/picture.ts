import type { Picture } from '../../../../shared/contract/report-answers.ts'
import { isFigure, type Row, type Statement, type Table, tablesOf } from '../../../../shared/statements/statement.ts'
import { filled } from '../../../../shared/statements/texts.ts'
import { cellText } from './cell-text.ts'
import { fileName } from './file-name.ts'
import type { Frame } from './frame.ts'
import { headLines } from './letterhead.ts'
import { codeLine, markOf, warningsOf } from './margins.ts'
import { paperTexts } from './paper-texts.ts'
import { hasSen } from './table-plan.ts'

type PictureTable = Picture['tables'][number]

/** The newest rows are what somebody asks for on a phone; more would make the picture too long to read. */
const rowsMax = 40

/** Particulars that the line below the title says already. */
const inSubtitle: ReadonlySet<string> = new Set(['number', 'date'])

/**
 * Everything that stands on a picture of a card or slip, as finished text: a screen draws it and adds nothing. It says
 * what the page says, in one column for a phone.
 */
export function pictureOf(statement: Statement, frame: Frame): Picture {
  const { report, title, subtitle, particulars, notes } = statement
  // A member needs no accounts on her slip.
  const tables = report === 'receipt' ? [] : tablesOf(statement)
  const showsSen = tables.some(hasSen)
  return {
    name: fileName(statement, frame.cooperative.name, 'png'),
    head: [frame.cooperative.name, ...headLines(statement, frame)],
    ...{ title, subtitle, notes },
    particulars: particulars
      .filter(({ key, text }) => !(report === 'receipt' && inSubtitle.has(key)) && text !== '')
      .map(({ title: label, text }) => ({ title: label, text })),
    tables: tables.map((table) => pictureTable(statement, table, showsSen)),
    warnings: warningsOf(statement, frame),
    mark: markOf(statement, frame) ?? null,
    code: codeLine(statement, frame),
  }
}

function pictureTable(statement: Statement, table: Table, showsSen: boolean): PictureTable {
  // A column nothing stands in, as that for an officer's initials, is for paper.
  const columns = table.columns.filter(({ key }) => table.rows.some((row) => (row[key] ?? '') !== ''))
  const rows = table.rows.slice(-rowsMax)
  const left = table.rows.length - rows.length
  const cells = (row: Row) => columns.map((column) => cellText(column, row[column.key] ?? null, showsSen))
  return {
    // The statement's own table stands below the statement's title.
    title: table !== statement && 'title' in table ? String(table.title) : null,
    omitted: left === 0 ? null : filled(paperTexts(statement.language).omitted, { count: left }),
    columns: columns.map(({ title, kind }) => ({ title, isFigure: isFigure(kind) })),
    rows: rows.map((row) => ({ isSum: row.kind !== 'line' && row.kind !== 'heading', cells: cells(row) })),
  }
}
