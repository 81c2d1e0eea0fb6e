import { type CalendarDate, dateOf, daysInMonth, yearOf } from '../calendar.ts'
import { Exact, roundToSen, type Sen, sen } from './money.ts'

/** How long money stays on savings of a product: always free, until its member leaves, or until a day or a purpose. */
export type SavingsLock = 'none' | 'until_exit' | 'until_date' | 'until_purpose'

/** What is done about money that is asked for before its time. */
export type EarlyWithdrawalRule = 'refused' | 'forfeit_interest' | 'penalty_pct'

/** `MM-DD` is that day of every year; a leap day is the last of February where there is none. */
function unlockDayIn(year: number, monthAndDay: string): CalendarDate {
  const month = Number(monthAndDay.slice(0, 2))
  return dateOf(year, month, Math.min(Number(monthAndDay.slice(3)), daysInMonth(year, month)))
}

const isYearly = (unlocksOn: string) => unlocksOn.length === 5

/**
 * The day on which what was saved last became free, on `date` or before; undefined where none has come yet. `unlocksOn`
 * is one day (`YYYY-MM-DD`), a day of every year (`MM-DD`), or null while the cooperative has set none.
 */
export function lastUnlockDay(unlocksOn: string | null, date: CalendarDate): CalendarDate | undefined {
  if (unlocksOn === null) return undefined
  const [year, before] = [yearOf(date), yearOf(date) - 1]
  const days = isYearly(unlocksOn)
    ? [unlockDayIn(year, unlocksOn), unlockDayIn(before, unlocksOn)]
    : [unlocksOn as CalendarDate]
  return days.find((day) => day <= date)
}

/** The next such day after `date`; undefined where there is none. */
export function nextUnlockDay(unlocksOn: string | null, date: CalendarDate): CalendarDate | undefined {
  if (unlocksOn === null) return undefined
  const year = yearOf(date)
  const days = isYearly(unlocksOn)
    ? [unlockDayIn(year, unlocksOn), unlockDayIn(year + 1, unlocksOn)]
    : [unlocksOn as CalendarDate]
  return days.find((day) => day > date)
}

export interface LockedSavings {
  readonly lock: SavingsLock
  readonly unlocksOn: string | null
  readonly date: CalendarDate
  /** A purpose the cooperative accepts was stated. */
  readonly hasPurpose: boolean
  /** All that lies on the account, and what of it was paid in after the last unlock day, in sen. */
  readonly balance: Sen
  readonly savedSinceUnlock: Sen
}

/**
 * What of a savings account may be taken without asking, in sen (accounting.md section 2): of savings until a day what
 * lay there on the last such day, of a yearly one without what was paid in since; of savings for a purpose all, once one
 * is stated.
 */
export function freeSavings(savings: LockedSavings): Sen {
  const { lock, unlocksOn, date, hasPurpose, balance, savedSinceUnlock } = savings
  switch (lock) {
    case 'none':
      return balance
    case 'until_exit':
      return sen(0)
    case 'until_purpose':
      return hasPurpose ? balance : sen(0)
    case 'until_date': {
      if (lastUnlockDay(unlocksOn, date) === undefined) return sen(0)
      return unlocksOn !== null && isYearly(unlocksOn) ? sen(Math.max(0, balance - savedSinceUnlock)) : balance
    }
  }
}

export interface EarlyWithdrawal {
  readonly rule: Exclude<EarlyWithdrawalRule, 'refused'>
  /** Percent of what is taken early. */
  readonly pct: string | null
  /** What is taken before its time, out of all that is locked, and the interest that lies in it, in sen. */
  readonly early: Sen
  readonly locked: Sen
  readonly interest: Sen
}

/**
 * What an early withdrawal costs, in sen, rounded down to the rupiah: a percentage of what is taken, or the interest of
 * that part of the locked money. Never more than what is taken.
 */
export function earlyWithdrawalCost({ rule, pct, early, locked, interest }: EarlyWithdrawal) {
  const share = rule === 'penalty_pct' ? new Exact(pct ?? '0').div(100) : new Exact(interest).div(Math.max(1, locked))
  const cost = sen(Math.min(early, roundToSen(share.mul(early), 'down', 100)))
  return rule === 'penalty_pct' ? { penalty: cost, forfeited: sen(0) } : { penalty: sen(0), forfeited: cost }
}
