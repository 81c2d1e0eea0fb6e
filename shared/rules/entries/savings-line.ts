/** Fees of members, for loans as for savings taken early. */
export const feeAccount = '41103'

/** The savings account money goes into or comes from, as its lines name it. */
export interface SavingsOfMember {
  readonly savingsAccountId: string
  readonly memberId: string
  /** The product's account in the chart. */
  readonly account: string
  /** The product's unit: savings stay in its books, whichever unit holds the cash. */
  readonly unit: string
  readonly productName: string
}

export interface SavingsMovement {
  readonly date: string
  readonly cashAccount: string
  readonly amount: number
  readonly savings: SavingsOfMember
  readonly memo?: string | undefined
}

/** A name in the middle of a sentence: `Simpanan wajib` loses its capital, `SIWA` keeps its own. */
export function withinSentence(name: string): string {
  const [first = '', second = ''] = name
  return second === second.toUpperCase() ? name : first.toLowerCase() + name.slice(first.length)
}
