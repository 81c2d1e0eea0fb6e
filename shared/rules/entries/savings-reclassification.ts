import { credit, debit, type JournalDraft } from './draft.ts'
import { type SavingsOfMember, withinSentence } from './savings-line.ts'

export interface SavingsReclassification {
  readonly date: string
  readonly productName: string
  /** Accounts of the chart. */
  readonly from: string
  readonly to: string
  /** What lies on each savings account in one unit, in sen, never nothing; less than nothing where another unit holds it. */
  readonly cards: readonly (Pick<SavingsOfMember, 'savingsAccountId' | 'memberId' | 'unit'> & {
    readonly amount: number
  })[]
}

/** A product's savings move to another account of the chart, each member's by a line of its own. Memorial: no cash moves. */
export function savingsReclassification(move: SavingsReclassification): JournalDraft {
  const { date, productName, from, to, cards } = move
  const lines = cards.flatMap(({ amount, ...card }) =>
    amount > 0
      ? [debit(from, amount, card), credit(to, amount, card)]
      : [debit(to, -amount, card), credit(from, -amount, card)],
  )
  const description = `Pemindahan akun ${withinSentence(productName)}`
  return { kind: 'ordinary', book: 'BM', date, description, unit: 'general', lines }
}
