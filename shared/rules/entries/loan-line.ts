/** Interest that fell due and was booked as income before it was paid: it stands here until then, loan by loan. */
export const accruedInterestAccount = '13401'

/** Where penalties are income, when they are received (accounting.md section 3.3). */
export const penaltyAccount = '41104'

/** What is set aside for loans that may not come back, and where setting it aside is an expense. */
export const allowanceAccount = '13901'
export const allowanceExpenseAccount = '52301'

/** Received of loans that were written off before. */
export const recoveryAccount = '48104'

/** Titipan angsuran: what a borrower paid more and is held for her later instalments, loan by loan. */
export const heldAccount = '21401'

/** The loan money goes into or comes from, as its lines name it. */
export interface LoanOfMember {
  readonly loanId: string
  readonly memberId: string
  /** Where what is owed stands in the chart, and where its interest goes. */
  readonly account: string
  readonly interestAccount: string
  readonly unit: string
  /** Interest that was booked before it was paid, sen: the next that is paid is that. */
  readonly accrued: number
}

export interface LoanMovement {
  readonly date: string
  readonly cashAccount: string
  readonly loan: LoanOfMember
}
