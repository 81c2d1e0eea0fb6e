import { isDate } from '../../../../shared/calendar.ts'
import type { SavingsProduct } from '../../../../shared/contract/savings.ts'

/** The rules of a product as they stand in the form: a day of every year is a day of this one. */
export interface RulesValues {
  readonly lock: SavingsProduct['lock']
  readonly unlocksOn: string | null
  readonly isEveryYear: boolean
  readonly earlyWithdrawal: SavingsProduct['earlyWithdrawal']
  readonly earlyPct: string | null
  readonly minimumDeposit: number | null
  readonly instalments: number | null
  readonly passbookLines: number | null
  readonly collected: boolean
}

export function rulesValues(product: SavingsProduct, year: number): RulesValues {
  const { lock, unlocksOn, earlyWithdrawal, earlyPct, minimumDeposit, instalments, passbookLines, collected } = product
  const isEveryYear = unlocksOn === null || !isDate(unlocksOn)
  return {
    ...{ lock, earlyWithdrawal, earlyPct, instalments, passbookLines, collected, isEveryYear },
    unlocksOn: unlocksOn === null || isDate(unlocksOn) ? unlocksOn : `${year}-${unlocksOn}`,
    minimumDeposit: minimumDeposit === 0 ? null : minimumDeposit,
  }
}

/** Which rules a kind of savings has at all: the law and its nature settle the others. */
export function rulesOf(kind: string) {
  return {
    lock: kind !== 'principal' && kind !== 'mandatory' && kind !== 'term',
    instalments: kind === 'principal',
    collected: kind !== 'term' && kind !== 'loan_linked',
  }
}

/** What `savings.updateProduct` is told of them. */
export function rulesInput(kind: string, values: RulesValues) {
  const has = rulesOf(kind)
  const { lock, unlocksOn, isEveryYear, earlyWithdrawal, earlyPct } = values
  const day = unlocksOn !== null && isEveryYear ? unlocksOn.slice(5) : unlocksOn
  return {
    ...(has.lock && { lock, ...(lock === 'until_date' && { unlocksOn: day }) }),
    earlyWithdrawal,
    ...(earlyWithdrawal === 'penalty_pct' && { earlyPct }),
    minimumDeposit: values.minimumDeposit ?? 0,
    ...(has.instalments && { instalments: values.instalments ?? 0 }),
    passbookLines: values.passbookLines ?? 0,
    ...(has.collected && { collected: values.collected }),
  }
}
