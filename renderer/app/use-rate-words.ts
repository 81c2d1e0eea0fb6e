import { formatMonth } from '../../shared/calendar.ts'
import type { SavingsProduct } from '../../shared/contract/savings.ts'
import { formatRupiah } from '../../shared/rules/money.ts'
import { percentages } from '../ui/fields/typed-number.ts'
import { useText } from '../ui/text.ts'

type Rate = SavingsProduct['interest'][number]

interface RateWords {
  /** `6% setahun`, or the steps by balance. */
  short(rate: Rate | undefined): string
  /** The same with the month it holds from and how it is reckoned. */
  line(rate: Rate): string
  /** What is offered for a term from a month on: how it is reckoned is agreed with each placing. */
  offer(rate: Rate): string
}

/** How a product earns, in words. */
export function useRateWords(): RateWords {
  const { t, language } = useText()
  const pct = (rate: string) => percentages[language].write(rate)
  const isNothing = ({ tiers }: Rate) => tiers.every(({ ratePctPerYear }) => Number(ratePctPerYear) === 0)
  const rateWords = ({ tiers }: Rate) => {
    const [only] = tiers
    if (tiers.length === 1 && only) return t(($) => $.savingsRules.interest.rate, { rate: pct(only.ratePctPerYear) })
    return tiers
      .map(({ from, ratePctPerYear }) =>
        t(($) => $.savingsRules.interest.tier, { rate: pct(ratePctPerYear), amount: formatRupiah(from) }),
      )
      .join(', ')
  }
  return {
    short: (rate) =>
      rate === undefined || isNothing(rate) ? t(($) => $.savingsRules.interest.shortNone) : rateWords(rate),
    offer: (rate) => {
      const month = formatMonth(rate.fromMonth, language)
      if (isNothing(rate)) return t(($) => $.savingsRules.interest.ended, { month })
      return t(($) => $.savingsRules.interest.termLine, { month, rate: rateWords(rate) })
    },
    line: (rate) => {
      const month = formatMonth(rate.fromMonth, language)
      if (isNothing(rate)) return t(($) => $.savingsRules.interest.ended, { month })
      const method = t(($) => $.calculator.savings.methods[rate.method]).toLowerCase()
      return t(($) => $.savingsRules.interest.line, { month, rate: rateWords(rate), method })
    },
  }
}
