import { formatDate, type Language } from '../calendar.ts'
import { periodText } from './period-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, reportTexts } from './texts.ts'

export interface SavingsCardFacts {
  readonly language: Language
  readonly from: string
  readonly to: string
  readonly cardNumber: string
  readonly memberNumber: string
  readonly memberName: string
  readonly productName: string
  readonly openedOn: string
  readonly opening: number
  readonly deposits: number
  readonly withdrawals: number
  readonly closing: number
  readonly lines: readonly {
    readonly entryId: string
    readonly date: string
    readonly voucher: string
    readonly description: string
    readonly deposit: number
    readonly withdrawal: number
    readonly balance: number
  }[]
}

/** Kartu simpanan, with a column for the officer's initials like the paper card. */
export function savingsCard(facts: SavingsCardFacts): Statement {
  const { language, from, to, cardNumber, memberNumber, memberName, opening, closing } = facts
  const texts = reportTexts(language)
  const particulars = [
    { key: 'member', title: texts.particular.member, text: memberName },
    { key: 'memberNumber', title: texts.particular.memberNumber, text: memberNumber },
    { key: 'product', title: texts.particular.product, text: facts.productName },
    { key: 'cardNumber', title: texts.particular.cardNumber, text: cardNumber },
    { key: 'openedOn', title: texts.particular.openedOn, text: formatDate(facts.openedOn, language) },
  ]
  return {
    report: 'savingsCard',
    language,
    title: texts.title.savingsCard,
    subtitle: periodText(from, to, language),
    date: to,
    label: cardNumber,
    particulars,
    columns: [
      column(language, 'date', 'date'),
      column(language, 'voucher', 'code'),
      column(language, 'description', 'text'),
      column(language, 'deposit', 'money'),
      column(language, 'withdrawal', 'money'),
      column(language, 'balance', 'money'),
      column(language, 'initials', 'text'),
    ],
    rows: cardRows(facts),
    totals: { opening, deposits: facts.deposits, withdrawals: facts.withdrawals, closing },
    notes: [],
  }
}

function cardRows({ language, from, to, opening, closing, deposits, withdrawals, lines }: SavingsCardFacts): Row[] {
  const { period, total } = reportTexts(language)
  const empty = { voucher: null, deposit: null, withdrawal: null, balance: null, initials: null }
  const moved = lines.map(
    ({ entryId, date, voucher, description, deposit, withdrawal, balance }): Row => ({
      kind: 'line',
      level: 0,
      date,
      voucher,
      description,
      deposit: deposit === 0 ? null : deposit,
      withdrawal: withdrawal === 0 ? null : withdrawal,
      balance,
      initials: null,
      entryId,
    }),
  )
  const sums = { deposit: deposits, withdrawal: withdrawals }
  const brought: Row = {
    kind: 'opening',
    level: 0,
    date: from,
    ...empty,
    description: period.opening,
    balance: opening,
  }
  return [
    // A card that is shown from its first line has nothing brought forward.
    ...(opening === 0 && moved.length > 0 ? [] : [brought]),
    ...moved,
    { kind: 'subtotal', level: 0, date: null, ...empty, description: total.moved, ...sums },
    { kind: 'closing', level: 0, date: to, ...empty, description: period.closing, balance: closing },
  ]
}
