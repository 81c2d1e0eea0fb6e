import { type AccountInput, accountInputSchema } from '../../../../shared/contract/accounts.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { accountProblem } from '../../../../shared/rules/account-nature.ts'
import { separatedValues } from '../../../../shared/rules/separated-values.ts'
import { accountColumns } from '../../db/account-columns.ts'
import type { Work } from '../../work.ts'
import { type ChartRow, chartOf, heading, parentOf, placedAccount } from './rows.ts'

type Answer = Answers['accounts']['import']
type Refused = Answer['refused'][number]

/** The columns of a chart file with the field each fills in. */
const fieldOfColumn = {
  code: 'code',
  name_id: 'nameId',
  name_en: 'nameEn',
  type: 'type',
  normal: 'normal',
  parent: 'parent',
  postable: 'postable',
  subledger: 'subledger',
  cash_flow: 'cashFlow',
  cash_flow_line: 'cashFlowLine',
  report_line: 'reportLine',
  note: 'note',
} as const
type Column = keyof typeof fieldOfColumn

const requiredColumns: readonly Column[] = ['code', 'name_id', 'type', 'normal', 'parent']

interface ChartFileRow {
  readonly line: number
  readonly values: Readonly<Partial<Record<Column, string>>>
}

/** Adds the accounts of a chart file, headings before what hangs below them; refuses the file that misses columns. */
export async function importAccounts({ tx }: Work, { csv }: Inputs['accounts']['import']): Promise<Answer> {
  const rows = readChartFile(csv).toSorted((a, b) => ((a.values.code ?? '') < (b.values.code ?? '') ? -1 : 1))
  const chart = await chartOf(tx)
  const refused: Refused[] = []
  let imported = 0
  for (const { line, values } of rows) {
    const judged = judge(values, chart)
    if ('reason' in judged) {
      refused.push({ line, ...judged })
      continue
    }
    await tx.insertInto('account').values(accountColumns(judged.account)).execute()
    chart.push(judged.account)
    imported += 1
  }
  return { imported, refused: refused.toSorted((a, b) => a.line - b.line) }
}

function readChartFile(csv: string): ChartFileRow[] {
  const { rows, openQuoteAt } = separatedValues(csv)
  if (openQuoteAt !== null) throw invalidInput(['csv'], 'quote_open', { line: openQuoteAt })
  const [headings = [], ...below] = rows
  const columns = headings.map((heading) => heading.trim().toLowerCase())
  const missing = requiredColumns.filter((column) => !columns.includes(column))
  if (missing.length > 0) throw invalidInput(['csv'], 'columns_missing', { columns: missing, fields: missing })
  return below.flatMap((cells, index) => {
    const filled = columns.flatMap((column, place) => {
      const text = cells[place]?.trim() ?? ''
      return column in fieldOfColumn && text !== '' ? [[column, text] as const] : []
    })
    return filled.length === 0 ? [] : [{ line: index + 2, values: Object.fromEntries(filled) }]
  })
}

type Judged = { readonly account: ChartRow } | Pick<Refused, 'reason' | 'data'>

function judge({ postable = 'yes', ...values }: ChartFileRow['values'], chart: readonly ChartRow[]): Judged {
  if (chart.some(({ code }) => code === values.code)) {
    return { reason: 'account_code_taken', data: { column: 'code', account: values.code } }
  }
  if (postable !== 'yes' && postable !== 'no') return { reason: 'not_in_list', data: { column: 'postable' } }
  const form = Object.entries(values).map(([column, text]) => [fieldOfColumn[column as Column], text])
  const parsed = accountInputSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { reason: issue?.message ?? 'invalid', data: { column: columnOf(String(issue?.path[0])) } }
  }
  return placed(parsed.data, chart, postable === 'yes')
}

function placed(input: AccountInput, chart: readonly ChartRow[], postable: boolean): Judged {
  const account = postable ? placedAccount(input, chart) : heading(input)
  const problem = accountProblem(account, parentOf(account, chart))
  if (!problem) return { account }
  return {
    reason: problem.reason,
    data: { column: columnOf(problem.field), account: account.code, parent: account.parent },
  }
}

function columnOf(field: string): string {
  return Object.entries(fieldOfColumn).find(([, named]) => named === field)?.[0] ?? field
}
