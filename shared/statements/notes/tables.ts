import { formatDate, type Language } from '../../calendar.ts'
import { loanClasses } from '../../rules/allowance.ts'
import { sumSen } from '../../rules/money.ts'
import type { notesPapers } from '../../text/id/notes-papers.ts'
import type { Shape } from '../../text/shape.ts'
import { loanPaperTexts, pctText } from '../loan-terms.ts'
import { shareName, shuTexts } from '../shu-texts.ts'
import type { Column, ColumnKind, Part, Row, Table } from '../statement.ts'
import { filled, reportTexts } from '../texts.ts'
import type { NotedAsset, NotedLine, NotedLoan, NotesFacts } from './facts.ts'

export type NotesTexts = Shape<typeof notesPapers>
type ColumnName = keyof NotesTexts['column']

const columnIn =
  ({ column }: NotesTexts) =>
  (key: ColumnName, kind: ColumnKind): Column => ({ key, title: column[key], kind })

const line = (cells: Readonly<Record<string, string | number | null>>): Row => ({ kind: 'line', level: 0, ...cells })

/** A lesser table; nothing where it has no rows. */
function table(title: string, columns: Column[], rows: Row[]): Part[] {
  return rows.length === 0 ? [] : [{ kind: 'table', title, columns, rows } satisfies Part & Table]
}

/** Adds the sums of some columns below rows, named in the first column. */
function withTotal(rows: readonly Row[], language: Language, named: string, keys: readonly string[]): Row[] {
  if (rows.length === 0) return []
  const sums = Object.fromEntries(keys.map((key) => [key, sumSen(rows.map((row) => Number(row[key] ?? 0)))]))
  return [...rows, { kind: 'total', level: 0, [named]: reportTexts(language).total.total, ...sums }]
}

/** Every line of both statements that is not nil, with its accounts; what the line has beyond them is not closed yet. */
export function breakdownTables({ balances, results, year }: NotesFacts, texts: NotesTexts): Part[] {
  const columns: Column[] = [
    columnIn(texts)('account', 'text'),
    { key: 'current', title: String(year), kind: 'money' },
    { key: 'compared', title: String(year - 1), kind: 'money' },
  ]
  const rowsOf = (lines: readonly NotedLine[]) => lines.flatMap((noted) => lineRows(noted, texts))
  return [
    ...table(texts.table.balances, columns, rowsOf(balances)),
    ...table(texts.table.results, columns, rowsOf(results)),
  ]
}

function lineRows({ row, accounts }: NotedLine, texts: NotesTexts): Row[] {
  const [current, compared] = [Number(row.current), Number(row.compared)]
  if (current === 0 && compared === 0) return []
  const unclosed = {
    current: current - sumSen(accounts.map((one) => one.current)),
    compared: compared - sumSen(accounts.map((one) => one.compared)),
  }
  const isWhole = unclosed.current === 0 && unclosed.compared === 0
  const line = row.line ?? null
  const [only, ...others] = accounts
  if (only && others.length === 0 && isWhole) {
    const account =
      only.name === row.caption ? `${only.code} ${only.name}` : `${row.caption}: ${only.code} ${only.name}`
    return [{ kind: 'subtotal', level: 0, account, current, compared, line }]
  }
  return [
    { kind: 'heading', level: 0, account: String(row.caption), current: null, compared: null, line },
    ...accounts.map((one): Row => {
      const { code, name, ...amounts } = one
      return { kind: 'line', level: 1, account: `${code} ${name}`, ...amounts }
    }),
    ...(isWhole ? [] : [{ kind: 'line', level: 1, account: texts.unclosed, ...unclosed } as const]),
    { kind: 'subtotal', level: 0, account: String(row.caption), current, compared },
  ]
}

export function loanTables(facts: NotesFacts, texts: NotesTexts): Part[] {
  const { language, loans } = facts
  const own = columnIn(texts)
  const figures = ['count', 'outstanding', 'collateral', 'allowance'] as const
  const columns = [own('count', 'number'), ...figures.slice(1).map((key) => own(key, 'money'))]
  const classes = loanClasses.map((one) =>
    line({ class: loanPaperTexts(language).class[one], ...sumsOf(loans.filter((loan) => loan.class === one)) }),
  )
  const products = [...Map.groupBy(loans, ({ product }) => product)].map(([product, of]) =>
    line({ product, ...sumsOf(of) }),
  )
  if (loans.length === 0) return specialTable(facts, texts)
  return [
    ...table(texts.table.classes, [own('class', 'text'), ...columns], withTotal(classes, language, 'class', figures)),
    ...table(
      texts.table.products,
      [own('product', 'text'), ...columns],
      withTotal(products, language, 'product', figures),
    ),
    ...specialTable(facts, texts),
  ]
}

function sumsOf(loans: readonly NotedLoan[]) {
  const sum = (part: 'outstanding' | 'collateral' | 'allowance') => sumSen(loans.map((loan) => loan[part]))
  return {
    ...{ count: loans.length, outstanding: sum('outstanding') },
    ...{ collateral: sum('collateral'), allowance: sum('allowance') },
  }
}

function specialTable({ loans, writtenOff }: NotesFacts, texts: NotesTexts): Part[] {
  const own = columnIn(texts)
  const told = (key: keyof NotesTexts['special'], of: readonly NotedLoan[]) => ({
    ...{ key, count: of.length, amount: sumSen(of.map(({ outstanding }) => outstanding)) },
  })
  const all = [
    told(
      'related',
      loans.filter(({ relatedParty }) => relatedParty),
    ),
    told(
      'restructured',
      loans.filter(({ restructured }) => restructured),
    ),
    told(
      'unsecured',
      loans.filter(({ collateral }) => collateral === 0),
    ),
    { key: 'writtenOff' as const, ...writtenOff },
  ]
  const rows = all
    .filter(({ count }) => count > 0)
    .map(({ key, count, amount }) => line({ what: filled(texts.special[key], { count }), amount }))
  return table(texts.table.special, [own('what', 'text'), own('amount', 'money')], rows)
}

export function savingsTable({ savings, language }: NotesFacts, texts: NotesTexts): Part[] {
  const own = columnIn(texts)
  const rows = savings.map(({ name, accounts, balance }) => line({ product: name, count: accounts, balance }))
  const columns = [own('product', 'text'), own('count', 'number'), own('balance', 'money')]
  return table(texts.table.deposits, columns, withTotal(rows, language, 'product', ['count', 'balance']))
}

export function assetTables({ cost, accumulated, language }: NotesFacts, texts: NotesTexts): Part[] {
  const own = columnIn(texts)
  const figures = ['opening', 'added', 'removed', 'closing'] as const
  const columns = [own('asset', 'text'), ...figures.map((key) => own(key, 'money'))]
  const rowsOf = (of: readonly NotedAsset[]) =>
    withTotal(
      of.map(({ code, name, ...figure }) => line({ asset: `${code} ${name}`, ...figure })),
      language,
      'asset',
      figures,
    )
  return [
    ...table(texts.table.cost, columns, rowsOf(cost)),
    ...table(texts.table.accumulated, columns, rowsOf(accumulated)),
  ]
}

export function borrowingTable({ borrowings, language }: NotesFacts, texts: NotesTexts): Part[] {
  const own = columnIn(texts)
  const hasShares = borrowings.some(({ shareLeft }) => shareLeft !== 0)
  const rows = borrowings.map((one) => {
    const { number, lender, principal, owed, currentPart, shareLeft, months } = one
    const told = { rate: pctText(one.ratePctPerYear, language), date: formatDate(one.startsOn, language) }
    const terms = months === null ? filled(texts.openTerms, told) : filled(texts.terms, { ...told, months })
    const conditions = [terms, one.agreementNumber, one.covenant, one.collateral].filter(Boolean).join('; ')
    const figures = { principal, owed, currentPart, ...(hasShares && { shareLeft }) }
    return line({ lender: `${number} ${lender}`, terms: conditions, ...figures })
  })
  const figures = ['principal', 'owed', 'currentPart', ...(hasShares ? (['shareLeft'] as const) : [])] as const
  const columns = [own('lender', 'text'), own('terms', 'text'), ...figures.map((key) => own(key, 'money'))]
  return table(texts.table.borrowings, columns, withTotal(rows, language, 'lender', figures))
}

export function divisionTables({ divisions, language }: NotesFacts, texts: NotesTexts): Part[] {
  const own = columnIn(texts)
  return divisions.flatMap(({ year, decided, division }) => {
    const told = decided && { ...decided, date: formatDate(decided.date, language) }
    const title = told ? filled(texts.table.decided, { ...told, year }) : filled(texts.table.proposed, { year })
    const { origin, rest } = shuTexts(language)
    const { components, reservedForOthers, surplus, fromMembers, fromOthers, grants } = division
    const given = sumSen([fromMembers, fromOthers, grants]) - reservedForOthers - surplus
    const left = surplus - sumSen(components.map(({ amount }) => amount))
    const apart = [
      line({ share: rest, amount: left }),
      line({ share: origin.reserved, amount: reservedForOthers }),
      line({ share: origin.gifts, amount: given }),
    ]
    const rows = [
      ...components.map(({ key, pct, amount }) =>
        line({ share: `${shareName(key, language)} ${pctText(pct, language)}%`, amount }),
      ),
      ...apart,
    ].filter(({ amount }) => amount !== 0)
    return table(title, [own('share', 'text'), own('amount', 'money')], withTotal(rows, language, 'share', ['amount']))
  })
}

export function fundTable({ funds, language }: NotesFacts, texts: NotesTexts): Part[] {
  const own = columnIn(texts)
  const rows = funds.map(({ number, name, donor, restriction, received, spent, refunded, balance }) =>
    line({ fund: `${number} ${name} (${donor})`, restriction, received, spent, refunded, balance }),
  )
  const figures = ['received', 'spent', 'refunded', 'balance'] as const
  const columns = [own('fund', 'text'), own('restriction', 'text'), ...figures.map((key) => own(key, 'money'))]
  return table(texts.table.funds, columns, withTotal(rows, language, 'fund', figures))
}

export function serviceTable(facts: NotesFacts, texts: NotesTexts): Part {
  const amount = (code: string) => lineAmount(facts.results, code)
  const rows = [
    line({ what: texts.service.lent, amount: facts.lent }),
    line({ what: texts.service.interest, amount: amount('H01') }),
    line({ what: texts.service.sales, amount: amount('H03') }),
    line({ what: texts.service.paid, amount: amount('H05') }),
    line({ what: texts.service.education, amount: facts.educationFund?.used ?? 0 }),
  ]
  return { kind: 'table', title: texts.table.services, columns: amountColumns(texts), rows }
}

export function taxTable(facts: NotesFacts, texts: NotesTexts): Part {
  const rows = [
    line({ what: texts.taxLine.expense, amount: lineAmount(facts.results, 'H50') }),
    line({ what: texts.taxLine.owed, amount: lineAmount(facts.balances, 'L06') }),
  ]
  return { kind: 'table', title: texts.table.tax, columns: amountColumns(texts), rows }
}

const amountColumns = (texts: NotesTexts) => [columnIn(texts)('what', 'text'), columnIn(texts)('amount', 'money')]

function lineAmount(lines: readonly NotedLine[], code: string): number {
  return Number(lines.find(({ row }) => row.line === code)?.row.current ?? 0)
}
