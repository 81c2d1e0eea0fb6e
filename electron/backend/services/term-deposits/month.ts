import { lastDayOfMonth } from '../../../../shared/calendar.ts'
import { accruedTermInterestAccount, termInterestAccount } from '../../../../shared/rules/entries/term-deposit.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { termInterest } from '../../../../shared/rules/term-interest.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reckoned } from '../savings/interest-facts.ts'
import { agreementOf, interestAccountOf, interestSoFar, readTerms, type TermRecord } from './facts.ts'

/**
 * What term deposits earned by the end of a month and was not reckoned yet: months of a term that ended since. It goes
 * onto the account its member named, or is put aside until the term ends. Who left or was paid back earns no more.
 */
export async function reckonTerms(db: Reader, month: string): Promise<Reckoned[]> {
  const terms = await readTerms(db)
  const soFar = await interestSoFar(db)
  const to = lastDayOfMonth(month)
  return terms
    .filter((term) => term.active === 1 && term.isMemberActive === 1 && (term.held ?? 0) > 0)
    .filter(({ starts_on: startsOn }) => startsOn <= to)
    .map((term) => {
      const earned = termInterest(agreementOf(term), to)
      return reckoned(term, Math.max(0, earned - soFar(term.id).reckoned))
    })
}

function reckoned(term: TermRecord, gross: number): Reckoned {
  const { id: savingsAccountId, number, memberId, memberNumber, memberName, product, unit } = term
  const account = interestAccountOf(term)
  return {
    ...{ savingsAccountId, number, memberId, memberNumber, memberName, product, unit },
    ...{ base: term.amount, gross: sen(gross), expenseAccount: termInterestAccount },
    to: account ?? { account: accruedTermInterestAccount, savingsAccountId, unit },
    isAccrued: account === undefined,
  }
}
