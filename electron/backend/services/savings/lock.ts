import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { sen } from '../../../../shared/rules/money.ts'
import {
  earlyWithdrawalCost,
  freeSavings,
  lastUnlockDay,
  nextUnlockDay,
} from '../../../../shared/rules/savings-lock.ts'
import type { Reader } from '../../db/tables.ts'
import { interestSince, savedSince, savingsBalance } from '../../ledger/savings-balances.ts'
import type { Reading } from '../../work.ts'
import { getSavingsAccount, type SavingsAccount } from './accounts.ts'
import { requireNoTerm } from './terms.ts'

type Quote = Answers['savings']['withdrawQuote']
type Asked = Pick<Inputs['savings']['withdrawQuote'], 'date' | 'amount' | 'purpose'>

/** What a withdrawal would cost, without doing it. */
export async function withdrawQuote({ db }: Reading, input: Inputs['savings']['withdrawQuote']): Promise<Quote> {
  return quoteOf(db, await getSavingsAccount(db, input.savingsAccountId), input)
}

/**
 * What of an amount is taken before its time and what that costs by the rules of its product. Refuses NOT_ALLOWED
 * `term_deposit`, `locked_savings` and `locked_until`, INSUFFICIENT_BALANCE, and INVALID_INPUT where nothing is left.
 */
export async function quoteOf(db: Reader, savings: SavingsAccount, { date, amount, purpose }: Asked): Promise<Quote> {
  requireNoTerm(savings)
  const { lock, unlocksOn, productName: product } = savings
  if (lock === 'until_exit') throw new Refusal('NOT_ALLOWED', 'locked_savings', { product })
  const balance = await savingsBalance(db, savings.id)
  if (lock === 'none') return { free: balance, early: 0, penalty: 0, forfeited: 0, paid: amount }
  if (amount > balance) throw tooMuch(savings, balance, { date, amount })
  const unlocked = lock === 'until_date' ? lastUnlockDay(unlocksOn, date) : undefined
  const free = freeSavings({
    ...{ lock, unlocksOn, date, hasPurpose: Boolean(purpose), balance: sen(balance) },
    savedSinceUnlock: sen(unlocked === undefined ? 0 : await savedSince(db, savings.id, unlocked)),
  })
  const early = Math.max(0, amount - free)
  if (early === 0) return { free, early, penalty: 0, forfeited: 0, paid: amount }
  const rule = savings.earlyWithdrawal
  if (rule === 'refused') throw locked(savings, date, free)
  const { penalty, forfeited } = earlyWithdrawalCost({
    ...{ rule, pct: savings.earlyPct, early: sen(early), locked: sen(balance - free) },
    interest: sen(rule === 'forfeit_interest' ? await interestSince(db, savings.id, unlocked ?? '') : 0),
  })
  const paid = amount - penalty - forfeited
  if (paid === 0) throw invalidInput(['amount'], 'nothing_left_to_pay', { amount })
  return { free, early, penalty, forfeited, paid }
}

function tooMuch(savings: SavingsAccount, available: number, { date, amount }: Asked): Refusal {
  const data = { savingsAccountId: savings.id, available, short: amount - available, day: date }
  return new Refusal('INSUFFICIENT_BALANCE', undefined, data)
}

function locked({ lock, unlocksOn, productName: product }: SavingsAccount, date: string, available: number): Refusal {
  if (lock === 'until_purpose') return new Refusal('NOT_ALLOWED', 'locked_for_purpose', { product })
  const until = nextUnlockDay(unlocksOn, date)
  if (until === undefined) return new Refusal('NOT_ALLOWED', 'locked_without_day', { product })
  return new Refusal('NOT_ALLOWED', 'locked_until', { product, until, available })
}
