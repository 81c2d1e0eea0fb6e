import type { Language } from '../calendar.ts'
import type { AccountDays } from './cash-book.ts'
import { labelWith, periodLabel, periodText } from './period-text.ts'
import { describedLine } from './register-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, reportTexts } from './texts.ts'

export interface LedgerAccountFacts {
  readonly language: Language
  readonly from: string
  readonly to: string
  readonly unit?: string | undefined
  readonly account: AccountDays
}

/** Buku besar of one account: opening, every line with the balance after it, closing. */
export function ledgerAccount({ language, from, to, unit, account }: LedgerAccountFacts): Statement {
  const texts = reportTexts(language)
  const { opening, debit, credit, closing } = account
  const empty = { voucher: null, debit: null, credit: null, balance: null }
  const lines = account.lines.map(
    (line): Row => ({
      kind: 'line',
      level: 0,
      date: line.date,
      voucher: line.voucher,
      description: describedLine(line, language),
      debit: line.debit === 0 ? null : line.debit,
      credit: line.credit === 0 ? null : line.credit,
      balance: line.balance,
      entryId: line.entryId,
    }),
  )
  return {
    report: 'ledgerAccount',
    language,
    title: texts.title.ledgerAccount,
    subtitle: periodText(from, to, language, unit),
    date: to,
    label: labelWith(`${account.code} ${account.name} ${periodLabel(from, to, language)}`, unit),
    particulars: [{ key: 'account', title: texts.particular.account, text: `${account.code} ${account.name}` }],
    columns: [
      column(language, 'date', 'date'),
      column(language, 'voucher', 'code'),
      column(language, 'description', 'text'),
      column(language, 'debit', 'money'),
      column(language, 'credit', 'money'),
      column(language, 'balance', 'money'),
    ],
    rows: [
      { kind: 'opening', level: 0, date: from, ...empty, description: texts.period.opening, balance: opening },
      ...lines,
      { kind: 'subtotal', level: 0, date: null, ...empty, description: texts.total.moved, debit, credit },
      { kind: 'closing', level: 0, date: to, ...empty, description: texts.period.closing, balance: closing },
    ],
    totals: { opening, debit, credit, closing },
    notes: [],
  }
}
