import { addDays, dayNumber, dayOf, monthOf } from '../../shared/calendar.ts'
import { credit, debit, type JournalDraft } from '../../shared/rules/entries/draft.ts'

/** How large the cooperative is whose books are measured. */
export interface Size {
  readonly members: number
  /** Sales of four lines, and payments through the bank of two, on every day. */
  readonly salesADay: number
  readonly paymentsADay: number
}

/** About 100 thousand lines a year, 5.9 thousand of them on the bank's account. */
export const large: Size = { members: 600, salesADay: 50, paymentsADay: 16 }
/** A tenth of it. */
export const small: Size = { members: 60, salesADay: 5, paymentsADay: 2 }

export const cash = '11101'
export const bank = '11201'
export const savings = '31102'
/** What a member pays every month, in sen. */
export const monthlyDue = 20_000_00

export const memberId = (member: number) => `member-${String(member).padStart(4, '0')}`
export const savingsId = (member: number) => `wajib-${String(member).padStart(4, '0')}`

/** Every entry of some days, in order; the same days give the same entries. */
export function* entriesOf(size: Size, from: string, to: string): Generator<JournalDraft> {
  for (let date = from; date <= to; date = addDays(date, 1)) {
    for (let member = dayOf(date); member <= size.members; member += 28) yield deposit(date, member)
    for (let index = 0; index < size.salesADay; index += 1) yield sale(date, index)
    for (let index = 0; index < size.paymentsADay; index += 1) yield payment(date, index)
  }
}

/** Members come on their day of the month, from the 1st to the 28th. */
function deposit(date: string, member: number): JournalDraft {
  const line = { savingsAccountId: savingsId(member), memberId: memberId(member) }
  return {
    kind: 'ordinary',
    book: 'BKM',
    date,
    description: `Setoran simpanan wajib ${monthOf(date)}`,
    unit: 'general',
    lines: [debit(cash, monthlyDue), credit(savings, monthlyDue, line)],
  }
}

function sale(date: string, index: number): JournalDraft {
  const amount = amountOn(date, index)
  const lines = [
    debit(cash, amount * 3),
    credit('42101', amount * 2),
    credit(index % 2 === 0 ? '43101' : '42104', amount - 1_00),
    credit('48107', 1_00),
  ]
  return { kind: 'ordinary', book: 'BKM', date, description: `Penjualan harian ${index + 1}`, unit: 'general', lines }
}

const expenses = ['52101', '52201', '52202', '52204', '52206', '53102', '58103'] as const

/** What the box holds goes to the bank, and from there bills are paid. */
function payment(date: string, index: number): JournalDraft {
  const amount = amountOn(date, index)
  const expense = expenses[index % expenses.length] ?? '58103'
  const isTransfer = index % 2 === 0
  const lines = isTransfer
    ? [debit(bank, amount * 2), credit(cash, amount * 2)]
    : [debit(expense, amount), credit(bank, amount)]
  const book = isTransfer ? 'BKK' : 'BBK'
  return { kind: 'ordinary', book, date, description: `Pembayaran ${index + 1}`, unit: 'general', lines }
}

/** Between 10 and 110 thousand rupiah, in sen. */
function amountOn(date: string, index: number): number {
  return 10_000_00 + ((dayNumber(date) * 7919 + index * 104_729) % 100_000) * 1_00
}
