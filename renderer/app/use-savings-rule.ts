import { useQuery } from '@tanstack/react-query'
import { formatDate, isDate, monthOf } from '../../shared/calendar.ts'
import type { SavingsProduct } from '../../shared/contract/savings.ts'
import { formatPct } from '../../shared/rules/percent.ts'
import { useText } from '../ui/text.ts'
import { orpc } from './queries.ts'
import { useBook } from './session.tsx'
import { useRateWords } from './use-rate-words.ts'

/** When a kind of savings may be drawn, what drawing it early costs, and what it earns, in plain sentences. */
export function useSavingsRule(): (product: string) => string {
  const { t } = useText()
  const { today } = useBook()
  const { data } = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const drawn = useDrawnSentences()
  const rates = useRateWords()
  return (id) => {
    const product = data?.rows.find((row) => row.product === id)
    if (!product) return ''
    const rate = product.interest.findLast(({ fromMonth }) => fromMonth <= monthOf(today))
    const isEarning =
      product.kind !== 'term' && (rate?.tiers.some(({ ratePctPerYear }) => Number(ratePctPerYear) > 0) ?? false)
    const earned = isEarning ? [t(($) => $.savingsRules.words.interest, { rate: rates.short(rate) })] : []
    return [...drawn(product), ...earned].join(' ')
  }
}

function useDrawnSentences(): (product: SavingsProduct) => string[] {
  const { t, language } = useText()
  return ({ kind, lock, unlocksOn, earlyWithdrawal, earlyPct }) => {
    const words = { pct: formatPct(earlyPct ?? '0', language) }
    if (kind === 'term') return [t(($) => $.savingsRules.words.term)]
    if (lock === 'until_exit') return [t(($) => $.savingsRules.words.exit)]
    if (lock === 'none') return [t(($) => $.savingsRules.words.any)]
    if (lock === 'until_purpose') {
      return [
        t(($) => $.savingsRules.words.purpose),
        t(($) => $.savingsRules.words.otherPurpose[earlyWithdrawal], words),
      ]
    }
    if (unlocksOn === null) return [t(($) => $.savingsRules.words.noDate)]
    const early = t(($) => $.savingsRules.words.early[earlyWithdrawal], words)
    if (isDate(unlocksOn)) {
      return [t(($) => $.savingsRules.words.date, { date: formatDate(unlocksOn, language) }), early]
    }
    // A day of every year: which year it is said in does not matter, a leap year knows all of them.
    const date = formatDate(`2000-${unlocksOn}`, language).replace(/ 2000$/, '')
    return [t(($) => $.savingsRules.words.everyYear, { date }), early]
  }
}
