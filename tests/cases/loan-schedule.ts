import { addMonths, daysBetween } from '../../shared/calendar.ts'
import { ask } from './ask.ts'
import type { Answer, PublishedCase } from './case.ts'

type Inputs = {
  readonly principal: number | string
  readonly term_months: number
  readonly monthly_rate_pct?: string
  readonly annual_rate_pct?: string
  readonly method: string
  readonly instalment_rounding?: number
  readonly instalment_multiple_of?: string
  readonly disbursed_on?: string
  readonly due_dates?: readonly string[]
}

type Row = ReturnType<typeof ask<'loanSchedule'>>['rows'][number]
type PublishedRow = Readonly<Record<string, unknown>> & { readonly n: number | string }

/** Sources print instalments of a whole loan, of some rows, or one line for rows that are all the same. */
export function loanScheduleCase(inputs: Inputs, { expected, notes = '' }: PublishedCase): Answer {
  const published = expected as Readonly<Record<string, unknown>>
  const answer = ask('loanSchedule', loanOf(inputs, notes))
  const show = (amount: number) => inLikeness(published, amount)
  const { totals } = answer
  const last = answer.rows.at(-1)
  return {
    answers: {
      rows: rowsOf(published.rows, answer.rows, show),
      rows_in_rupiah_x100: rowsOf(published.rows_in_rupiah_x100, answer.rows, whole),
      rows_as_published: rowsOf(published.rows_as_published, answer.rows, hundredth),
      totals: { ...totalsOf(totals, show), ...instalmentOf(answer.rows, show, last) },
      totals_in_rupiah_x100: totalsOf(totals, whole),
      totals_as_published: totalsOf(totals, hundredthShort),
    },
  }
}

/** Sources that print a currency of two decimals are reckoned a hundred times as large, in rupiah. */
function loanOf(inputs: Inputs, notes: string) {
  const isHundredfold = inputs.instalment_multiple_of !== undefined
  const rate = inputs.monthly_rate_pct ?? inputs.annual_rate_pct
  return {
    principal: Number(inputs.principal) * (isHundredfold ? 10_000 : 100),
    months: inputs.term_months,
    [inputs.monthly_rate_pct === undefined ? 'ratePctPerYear' : 'ratePctPerMonth']: rate,
    method: /flat|declining|annuity/.exec(inputs.method)?.[0],
    ...(inputs.instalment_rounding !== undefined && { roundPaymentTo: inputs.instalment_rounding * 100 }),
    ...(isHundredfold && { roundPaymentTo: 10_000 }),
    ...(/No rounding inside/.test(notes) && { rounding: 'none' }),
    // A text for an amount says that its decimals matter.
    ...(typeof inputs.principal === 'string' && !isHundredfold && { roundTo: 1 }),
    ...(inputs.disbursed_on !== undefined && { disbursedOn: isoDay(inputs.disbursed_on) }),
    ...(inputs.due_dates !== undefined && { firstDueOn: inputs.due_dates[0] }),
  }
}

function rowsOf(published: unknown, rows: readonly Row[], show: (amount: number) => unknown) {
  if (!Array.isArray(published)) return undefined
  return (published as PublishedRow[]).map(({ n }) => {
    const ours = typeof n === 'number' ? [rows[n - 1]] : rows
    const before = (row: Row) => rows[row.n - 2]?.dueOn ?? null
    const figures = ours.map((row) => row && figuresOfRow(row, show, before(row)))
    const same = figures.every(
      (row) => JSON.stringify({ ...row, ...moving }) === JSON.stringify({ ...figures[0], ...moving }),
    )
    return same ? { ...figures[0], n } : { n }
  })
}

/** What differs from row to row even where all instalments are the same. */
const moving = { opening: 0, balance: 0, due_date: '' }

function figuresOfRow(row: Row, show: (amount: number) => unknown, before: string | null = null) {
  const { dueOn, opening, principal, interest, payment, closing } = row
  return {
    days: dueOn === null ? undefined : daysBetween(before ?? addMonths(dueOn, -1), dueOn),
    due_date: dueOn === null ? null : printedDay(dueOn),
    opening: show(opening),
    principal: show(principal),
    interest: show(interest),
    total: show(payment),
    balance: show(closing),
  }
}

function totalsOf(totals: { principal: number; interest: number; payment: number }, show: (amount: number) => unknown) {
  return { principal: show(totals.principal), interest: show(totals.interest), total: show(totals.payment) }
}

function instalmentOf(rows: readonly Row[], show: (amount: number) => unknown, last: Row | undefined) {
  const { opening, due_date, ...figures } = last ? figuresOfRow(last, show) : { opening: 0, due_date: null }
  return { instalment: show(rows[0]?.payment ?? 0), computed_last_row: { n: last?.n, ...figures } }
}

/** Whole rupiah as numbers, or texts with two decimals, as the source prints its rows. */
function inLikeness({ rows }: Readonly<Record<string, unknown>>, amount: number): unknown {
  const isText = JSON.stringify(rows ?? '').includes('."') || /"\d+\.\d\d"/.test(JSON.stringify(rows ?? ''))
  return isText ? (amount / 100).toFixed(2) : whole(amount)
}

const whole = (amount: number) => amount / 100
const hundredthShort = (amount: number) => String(amount / 10_000)
const hundredth = (amount: number) => (amount % 10_000 === 0 ? `${amount / 10_000}.0` : hundredthShort(amount))

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function isoDay(printed: string): string {
  const [day = '', month = '', year = ''] = printed.split(' ')
  return `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

function printedDay(date: string): string {
  const [year, month, day] = date.split('-')
  return `${day} ${months[Number(month) - 1]} ${year}`
}
