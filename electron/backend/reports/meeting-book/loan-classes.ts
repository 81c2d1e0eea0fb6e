import type { Language } from '../../../../shared/calendar.ts'
import { loanClasses } from '../../../../shared/rules/allowance.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { loanPaperTexts } from '../../../../shared/statements/loan-terms.ts'
import type { MeetingBookFacts } from '../../../../shared/statements/meeting-book/facts.ts'
import type { Reading } from '../../work.ts'
import { notedLoans } from '../notes/loans.ts'

/** Loans that are owed at the end of a day, by class; nothing where there are none. */
export async function loanClassesOf(
  reading: Reading,
  asOf: string,
  language: Language,
): Promise<MeetingBookFacts['loanClasses']> {
  const loans = await notedLoans(reading, asOf, language)
  if (loans.length === 0) return []
  return loanClasses.map((one) => {
    const of = loans.filter((loan) => loan.class === one)
    const outstanding = sumSen(of.map((loan) => loan.outstanding))
    return { name: loanPaperTexts(language).class[one], count: of.length, outstanding }
  })
}
