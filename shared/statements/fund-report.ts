import type { Language } from '../calendar.ts'
import type { FundTreatment } from '../rules/entries/fund-line.ts'
import type { RevolvingStanding } from '../rules/revolving-fund.ts'
import { fundReport as en } from '../text/en/fund-report.ts'
import { fundReport as id } from '../text/id/fund-report.ts'
import type { Shape } from '../text/shape.ts'
import { approvalsTable, type FundApprovalFacts, type FundSpendingFacts, spendingsTable } from './fund-vouchers.ts'
import { asOfText, spanText } from './period-text.ts'
import type { Column, Part, Particular, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

type FundTexts = Shape<typeof id>

/** A fund as its donor is told; amounts in sen. */
export interface FundReportFacts {
  readonly language: Language
  readonly asOf: string
  readonly number: string
  readonly name: string
  readonly donor: string
  readonly purpose: string
  readonly agreementNumber: string | null
  readonly treatment: FundTreatment
  readonly from: string
  readonly to: string
  readonly restriction: string | null
  readonly budget: readonly {
    readonly budgetLineId: string
    readonly name: string
    readonly planned: number
    readonly spent: number
    readonly left: number
  }[]
  readonly planned: number
  readonly unplanned: number
  readonly received: number
  readonly spent: number
  readonly refunded: number
  readonly balance: number
  readonly claimed: number
  readonly spendings: readonly FundSpendingFacts[]
  readonly approvals: readonly FundApprovalFacts[]
  /** Of money that is lent on alone. */
  readonly revolving: RevolvingStanding | null
  /** Who owes how much of it, and what of that is overdue. */
  readonly borrowers: readonly {
    readonly loanId: string
    readonly number: string
    readonly memberNumber: string
    readonly memberName: string
    readonly outstanding: number
    readonly overdue: number
  }[]
  readonly bank: {
    readonly account: string
    readonly name: string
    readonly balance: number
    readonly ofFund: number
    readonly ofOtherFunds: number
    readonly rest: number
  }
}

/** Laporan dana program: budget, what was spent and is left, and the account that proves it (reports.md section 8). */
export function fundReport(facts: FundReportFacts): Statement {
  const { language, asOf, number, planned, received, spent, refunded, balance, claimed, bank } = facts
  const texts = language === 'en' ? en : id
  const amounts = { planned, received, spent, refunded, balance, claimed }
  return {
    report: 'fundReport',
    language,
    title: reportTexts(language).title.fundReport,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: `${number} ${asOf}`,
    particulars: particularsOf(facts, texts),
    columns: columnsOf(facts, texts),
    rows: rowsOf(facts, texts),
    after: [
      ...moneyTables(facts, texts),
      ...spendingsTable(facts.spendings, texts),
      ...approvalsTable(facts.approvals, texts),
      bankTable(facts, texts),
    ],
    totals: { ...amounts, ...facts.revolving, bankBalance: bank.balance, bankOfFund: bank.ofFund, bankRest: bank.rest },
    notes: bank.rest < 0 ? [facts.revolving ? texts.missingLent : texts.missing] : [],
  }
}

function particularsOf(facts: FundReportFacts, texts: FundTexts): Particular[] {
  const { language, number, name, donor, agreementNumber, purpose, from, to, treatment, restriction } = facts
  const given = (key: keyof FundTexts['particular'], text: string): Particular => {
    return { key, title: texts.particular[key], text }
  }
  return [
    given('fund', `${number} ${name}`),
    given('donor', donor),
    ...(agreementNumber === null ? [] : [given('agreement', agreementNumber)]),
    given('purpose', purpose),
    given('period', spanText(from, to, language)),
    given('treatment', texts.treatment[treatment]),
    ...(restriction === null ? [] : [given('restriction', restriction)]),
  ]
}

/** Money that is lent on is spent on nothing. */
function columnsOf({ revolving }: FundReportFacts, { column }: FundTexts): Column[] {
  const planned: Column[] = [
    { key: 'budgetLine', title: column.budgetLine, kind: 'text' },
    { key: 'planned', title: column.planned, kind: 'money' },
  ]
  if (revolving) return planned
  return [
    ...planned,
    { key: 'spent', title: column.spent, kind: 'money' },
    { key: 'left', title: column.left, kind: 'money' },
  ]
}

function rowsOf({ budget, planned, spent, unplanned }: FundReportFacts, texts: FundTexts): Row[] {
  const lines = budget.map(({ name, ...line }): Row => {
    return { kind: 'line', level: 0, budgetLine: name, planned: line.planned, spent: line.spent, left: line.left }
  })
  const goods: Row = {
    kind: 'line',
    level: 0,
    budgetLine: texts.unplanned,
    planned: null,
    spent: unplanned,
    left: null,
  }
  // Goods that were given are no part of the plan, so they leave it as it is.
  const left = planned - spent + unplanned
  const total: Row = { kind: 'total', level: 0, budgetLine: texts.total, planned, spent, left }
  return [...lines, ...(unplanned === 0 ? [] : [goods]), total]
}

function moneyTables(facts: FundReportFacts, texts: FundTexts): Part[] {
  const { revolving } = facts
  return revolving ? lentTables({ ...facts, revolving }, texts) : [moneyTable(facts, texts)]
}

function moneyTable({ received, spent, refunded, balance, claimed }: FundReportFacts, texts: FundTexts): Part {
  const rows = [
    line(texts.received, received),
    line(texts.paid, 0 - spent),
    ...(refunded === 0 ? [] : [line(texts.refunded, 0 - refunded)]),
    line(texts.balance, balance, 'total'),
    ...(claimed === 0 ? [] : [line(texts.claimed, claimed)]),
  ]
  return { kind: 'table', title: texts.money, columns: amountColumns(texts), rows }
}

/** What came in and is free of it, and what its borrowers owe. */
function lentTables(
  { received, refunded, balance, borrowers, revolving }: FundReportFacts & { readonly revolving: RevolvingStanding },
  texts: FundTexts,
): Part[] {
  const { lent, returned, outstanding, lost, interest, free } = revolving
  const recovered = free - (received - refunded - lent + returned)
  const money = [
    line(texts.received, received),
    line(texts.lent, 0 - lent),
    line(texts.returned, returned),
    ...(recovered === 0 ? [] : [line(texts.recovered, recovered)]),
    ...(refunded === 0 ? [] : [line(texts.refunded, 0 - refunded)]),
    line(texts.free, free, 'total'),
  ]
  const owed = [
    line(texts.outstanding, outstanding),
    ...(lost === 0 ? [] : [line(texts.lost, lost)]),
    line(texts.interest, interest),
    line(texts.owedToDonor, balance),
  ]
  const columns = amountColumns(texts)
  return [
    { kind: 'table', title: texts.money, columns, rows: money },
    { kind: 'table', title: texts.loans, columns, rows: owed },
    ...(borrowers.length === 0 ? [] : [borrowersTable(borrowers, texts)]),
  ]
}

/** Loan by loan who has it. The paper goes to the donor, so a member is told by her number. */
function borrowersTable(borrowers: FundReportFacts['borrowers'], texts: FundTexts): Part {
  const { loan, member, outstanding, overdue } = texts.borrower
  const sum = (key: 'outstanding' | 'overdue') => borrowers.reduce((all, one) => all + one[key], 0)
  const total = { kind: 'total' as const, level: 0, number: texts.total, member: null }
  return {
    kind: 'table',
    title: texts.borrowers,
    columns: [
      { key: 'number', title: loan, kind: 'code' },
      { key: 'member', title: member, kind: 'code' },
      { key: 'outstanding', title: outstanding, kind: 'money' },
      { key: 'overdue', title: overdue, kind: 'money' },
    ],
    rows: [
      ...borrowers.map(({ number, memberNumber, outstanding: owed, overdue: late }): Row => {
        return { kind: 'line', level: 0, number, member: memberNumber, outstanding: owed, overdue: late }
      }),
      { ...total, outstanding: sum('outstanding'), overdue: sum('overdue') },
    ],
  }
}

function bankTable({ bank }: FundReportFacts, texts: FundTexts): Part {
  const rows = [
    line(texts.ofFund, bank.ofFund),
    line(texts.ofOtherFunds, bank.ofOtherFunds),
    line(texts.rest, bank.rest),
    line(texts.bankBalance, bank.balance, 'total'),
  ]
  const title = filled(texts.bank, { account: `${bank.account} ${bank.name}` })
  return { kind: 'table', title, columns: amountColumns(texts), rows }
}

function line(what: string, amount: number, kind: 'line' | 'total' = 'line'): Row {
  return { kind, level: 0, what, amount }
}

function amountColumns(texts: FundTexts): Column[] {
  return [
    { key: 'what', title: texts.what, kind: 'text' },
    { key: 'amount', title: texts.amount, kind: 'money' },
  ]
}
