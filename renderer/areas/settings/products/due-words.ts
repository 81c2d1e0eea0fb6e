import { formatMonth } from '../../../../shared/calendar.ts'
import type { SavingsProduct } from '../../../../shared/contract/savings.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useText } from '../../../ui/text.ts'

/** What is due on a kind of savings by its newest decision, in words. */
export function useDueWords(): (product: Pick<SavingsProduct, 'dues' | 'kind'>) => string {
  const { t, language } = useText()
  return ({ dues, kind }) => {
    const last = dues.at(-1)
    if (last === undefined) return t(($) => $.settings.products.none)
    const amount = formatRupiah(last.amount)
    if (kind === 'principal') return t(($) => $.settings.products.once, { amount })
    return t(($) => $.settings.products.perMonth, { amount, month: formatMonth(last.fromMonth, language) })
  }
}
