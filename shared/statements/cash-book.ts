import type { Language } from '../calendar.ts'
import { labelWith, periodLabel, periodText } from './period-text.ts'
import { type Described, describedLine } from './register-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, reportTexts } from './texts.ts'

/** A line of a register, amounts in sen; `balance` on the account's normal side. */
export interface RegisterLine extends Described {
  readonly entryId: string
  readonly voucher: string
  readonly date: string
  readonly debit: number
  readonly credit: number
  readonly balance: number
}

/** One cash or bank account with what stood there before, what came and went, and what is there after. */
export interface AccountDays {
  readonly code: string
  readonly name: string
  readonly opening: number
  readonly debit: number
  readonly credit: number
  readonly closing: number
  readonly lines: readonly RegisterLine[]
}

export interface CashBookFacts {
  readonly language: Language
  readonly from: string
  readonly to: string
  readonly unit?: string | undefined
  readonly accounts: readonly AccountDays[]
  /** True where the book of one bank account was asked for. */
  readonly isBankBook: boolean
}

/** Buku kas, as it looks on paper: tanggal, no. bukti, uraian, masuk, keluar, saldo; each account by itself. */
export function cashBook(facts: CashBookFacts): Statement {
  const { language, from, to, unit, accounts, isBankBook } = facts
  const texts = reportTexts(language)
  const only = accounts.length === 1 ? accounts[0] : undefined
  const sum = (of: (account: AccountDays) => number) => accounts.reduce((total, account) => total + of(account), 0)
  return {
    report: 'cashBook',
    language,
    title: isBankBook ? texts.bankBook : texts.title.cashBook,
    subtitle: periodText(from, to, language, unit),
    date: to,
    label: labelWith([periodLabel(from, to, language), only?.name].filter(Boolean).join(' '), unit),
    particulars: only ? [{ key: 'account', title: texts.particular.account, text: `${only.code} ${only.name}` }] : [],
    columns: [
      column(language, 'date', 'date'),
      column(language, 'voucher', 'code'),
      column(language, 'description', 'text'),
      column(language, 'in', 'money'),
      column(language, 'out', 'money'),
      column(language, 'balance', 'money'),
    ],
    rows: accounts.flatMap((account) => accountRows(account, facts)),
    totals: {
      opening: sum((account) => account.opening),
      in: sum((account) => account.debit),
      out: sum((account) => account.credit),
      closing: sum((account) => account.closing),
    },
    notes: accounts.length === 0 ? [texts.period.nothing] : [],
  }
}

function accountRows(account: AccountDays, { language, from, to }: CashBookFacts): Row[] {
  const { period, total } = reportTexts(language)
  const empty = { voucher: null, in: null, out: null, balance: null, account: account.code }
  const lines = account.lines.map((line): Row => {
    const { entryId, date, voucher, balance } = line
    return {
      kind: 'line',
      level: 0,
      date,
      voucher,
      description: describedLine(line, language),
      in: line.debit === 0 ? null : line.debit,
      out: line.credit === 0 ? null : line.credit,
      balance,
      entryId,
      account: account.code,
    }
  })
  return [
    { kind: 'heading', level: 0, date: null, ...empty, description: `${account.code} ${account.name}` },
    { kind: 'opening', level: 0, date: from, ...empty, description: period.opening, balance: account.opening },
    ...lines,
    {
      kind: 'subtotal',
      level: 0,
      date: null,
      ...empty,
      description: total.moved,
      in: account.debit,
      out: account.credit,
    },
    { kind: 'closing', level: 0, date: to, ...empty, description: period.closing, balance: account.closing },
  ]
}
