import type { Language } from '../calendar.ts'
import type { LoanQuote } from '../rules/loan-quote.ts'
import type { LoanTerms } from '../rules/loan-terms.ts'
import { loanAgreement as en } from '../text/en/loan-agreement.ts'
import { loanAgreement as id } from '../text/id/loan-agreement.ts'
import type { Shape } from '../text/shape.ts'
import type { ToldLoan } from './loan-terms.ts'

export type AgreementTexts = Shape<typeof id>

/** The words of the agreement in a language. */
export function agreementTexts(language: Language): AgreementTexts {
  return language === 'en' ? en : id
}

export interface Guarantor {
  readonly name: string
  /** Null for somebody who is no member. */
  readonly memberNumber: string | null
  readonly address: string | null
}

export interface Collateral {
  readonly kind: string
  readonly owner: string
  readonly documentNumber: string | null
  /** Sen. */
  readonly appraised: number
  readonly keptAt: string | null
}

export interface LoanAgreementFacts {
  readonly language: Language
  readonly loan: ToldLoan
  readonly terms: LoanTerms
  /** With its schedule, deductions and true rate. */
  readonly quote: LoanQuote
  /** The day of the payout, or the one it is planned for. */
  readonly date: string
  readonly isPlanned: boolean
  readonly cooperative: { readonly name: string; readonly place: string | null; readonly address: string }
  readonly chair: string | null
  readonly treasurer: string | null
  readonly borrower: {
    readonly nationalId: string | null
    readonly address: string | null
    readonly occupation: string | null
  }
  readonly guarantors: readonly Guarantor[]
  readonly collateral: readonly Collateral[]
  readonly isJoint: boolean
  /** Names of the savings from which instalments may be taken; empty without a mandate. */
  readonly mandate: readonly string[]
}
