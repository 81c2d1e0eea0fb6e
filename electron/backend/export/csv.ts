import type { App } from '../app.ts'
import type { JournalLineTable } from '../db/tables.ts'
import { type BookFacts, bookFacts } from './book-facts.ts'
import { type CsvCell, csvLine } from './csv-line.ts'
import { type ExportEntry, entryPages } from './entries.ts'
import { memberOf } from './line-tags.ts'

interface Row {
  readonly entry: ExportEntry
  readonly line: JournalLineTable
  readonly member: string | null
  readonly facts: BookFacts
}

type Column = readonly [heading: string, cell: (row: Row) => CsvCell]

/** One row per journal line, with everything its entry says; amounts in rupiah with a decimal point. */
const columns: readonly Column[] = [
  ['voucher', ({ entry }) => entry.voucher],
  ['date', ({ entry }) => entry.date],
  ['description', ({ entry }) => entry.description],
  ['lineNo', ({ line }) => line.line_no],
  ['account', ({ line }) => line.account],
  ['accountName', ({ line, facts }) => named(line.account, facts.accountNames)],
  ['debit', ({ line }) => rupiah(line.debit)],
  ['credit', ({ line }) => rupiah(line.credit)],
  ['unit', ({ line }) => line.unit],
  ['memberNumber', ({ member, facts }) => named(member, facts.names.member_id)],
  ['memberName', ({ member, facts }) => named(member, facts.names.memberNames)],
  ['savingsAccount', ({ line, facts }) => named(line.savings_account_id, facts.names.savings_account_id)],
  ['loan', ({ line, facts }) => named(line.loan_id, facts.names.loan_id)],
  ['partner', ({ line, facts }) => named(line.partner_id, facts.names.partner_id)],
  ['item', ({ line, facts }) => named(line.item_id, facts.names.item_id)],
  ['fund', ({ line, facts }) => named(line.fund_id, facts.names.fund_id)],
  ['budgetLine', ({ line, facts }) => named(line.budget_line_id, facts.names.budget_line_id)],
  ['asset', ({ line, facts }) => named(line.asset_id, facts.names.asset_id)],
  ['borrowing', ({ line, facts }) => named(line.borrowing_id, facts.names.borrowing_id)],
  ['person', ({ line, facts }) => named(line.person_id, facts.names.person_id)],
  ['cashFlowLine', ({ line }) => line.cash_flow_line],
  ['memo', ({ line }) => line.memo],
  ['kind', ({ entry }) => entry.kind],
  ['entryUnit', ({ entry }) => entry.unit],
  ['reverses', ({ entry }) => entry.reverses],
  ['reason', ({ entry }) => entry.reason],
  ['procedure', ({ entry }) => entry.procedure],
  ['requestId', ({ entry }) => entry.request_id],
  ['createdAt', ({ entry }) => entry.created_at],
  ['createdBy', ({ entry }) => entry.created_by],
  ['approvedBy', ({ entry }) => entry.approved_by],
  ['seq', ({ entry }) => entry.seq],
  ['entryId', ({ entry }) => entry.id],
  ['hash', ({ entry }) => entry.hash],
]

/** The side without an amount is left empty. */
function rupiah(amount: number): CsvCell {
  return amount === 0 ? null : { sen: amount }
}

function named(id: string | null, names: ReadonlyMap<string, string>): string | null {
  return id === null ? null : (names.get(id) ?? id)
}

/** The journal as a table for any program: one row per line, nothing left out but who the members are beyond their names. */
export async function* csvExport(app: App): AsyncGenerator<string> {
  const facts = await bookFacts(app)
  yield csvLine(columns.map(([heading]) => heading))
  for await (const page of entryPages(app, facts.headSeq)) {
    yield page.flatMap((entry) => entry.lines.map((line) => csvRow(entry, line, facts))).join('')
  }
}

function csvRow(entry: ExportEntry, line: JournalLineTable, facts: BookFacts): string {
  const row = { entry, line, facts, member: memberOf(line, facts.names) }
  return csvLine(columns.map(([, cell]) => cell(row)))
}
