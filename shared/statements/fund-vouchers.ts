import { sumSen } from '../rules/money.ts'
import type { fundReport as id } from '../text/id/fund-report.ts'
import type { Shape } from '../text/shape.ts'
import type { Part, Row } from './statement.ts'
import { filled } from './texts.ts'

type FundTexts = Shape<typeof id>

/** What a voucher spent of a fund, sen. */
export interface FundSpendingFacts {
  readonly entryId: string
  readonly voucher: string
  readonly date: string
  readonly description: string
  readonly budgetLine: string | null
  readonly amount: number
}

/** Who let more be spent than a budget line or the fund had, or a budget line be raised, sen. */
export interface FundApprovalFacts {
  readonly entryId: string | null
  readonly voucher: string | null
  readonly date: string
  readonly what: 'budget_line' | 'fund_balance' | 'budget_raised'
  readonly budgetLine: string | null
  readonly amount: number
  readonly approvedBy: string
}

/** Voucher by voucher what was spent: each is a paper the donor can ask for. */
export function spendingsTable(spendings: readonly FundSpendingFacts[], { voucher: texts, ...all }: FundTexts): Part[] {
  if (spendings.length === 0) return []
  const rows = spendings.map(({ budgetLine, ...spending }): Row => {
    return { kind: 'line', level: 0, ...spending, budgetLine: budgetLine ?? texts.goods }
  })
  const amount = sumSen(spendings.map((spending) => spending.amount))
  const total: Row = {
    kind: 'total',
    level: 0,
    date: null,
    voucher: null,
    description: all.total,
    budgetLine: null,
    amount,
  }
  return [
    {
      kind: 'table',
      title: texts.title,
      columns: [
        { key: 'date', title: texts.date, kind: 'date' },
        { key: 'voucher', title: texts.number, kind: 'code' },
        { key: 'description', title: texts.what, kind: 'text' },
        { key: 'budgetLine', title: all.column.budgetLine, kind: 'text' },
        { key: 'amount', title: all.amount, kind: 'money' },
      ],
      rows: [...rows, total],
    },
  ]
}

/** Who answers for what was spent above the plan, and since when. */
export function approvalsTable(approvals: readonly FundApprovalFacts[], { approval: texts }: FundTexts): Part[] {
  if (approvals.length === 0) return []
  return [
    {
      kind: 'table',
      title: texts.title,
      columns: [
        { key: 'date', title: texts.date, kind: 'date' },
        { key: 'voucher', title: texts.voucher, kind: 'code' },
        { key: 'what', title: texts.what, kind: 'text' },
        { key: 'amount', title: texts.amount, kind: 'money' },
        { key: 'approvedBy', title: texts.approvedBy, kind: 'text' },
      ],
      rows: approvals.map(({ what, budgetLine, ...approval }): Row => {
        return { kind: 'line', level: 0, ...approval, what: filled(texts[what], { line: budgetLine ?? '' }) }
      }),
    },
  ]
}
