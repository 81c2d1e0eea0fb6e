import type { Answers } from '../../../shared/contract/index.ts'
import { formatPct } from '../../../shared/rules/percent.ts'
import { usePostingWarnings } from '../../app/use-posting-warnings.ts'
import { useText } from '../../ui/text.ts'

export type Loan = Answers['loans']['card']['loan']
type Terms = Pick<Loan, 'method' | 'ratePct' | 'ratePer' | 'months' | 'interval'>

/** What was agreed, in one sentence: `Cara tetap, jasa 1,5% per bulan, 12 bulan, diangsur setiap bulan`. */
export function useTermsSentence(): (terms: Terms) => string {
  const { t, language } = useText()
  const intervalName = ({ unit, every }: Loan['interval']) => {
    if (every === 1) return unit === 'month' ? t(($) => $.loans.interval.month1) : t(($) => $.loans.interval.week1)
    return unit === 'month' ? t(($) => $.loans.everyMonths, { every }) : t(($) => $.loans.everyWeeks, { every })
  }
  return ({ method, ratePct, ratePer, months, interval }) =>
    t(($) => $.loans.terms, {
      method: t(($) => $.loans.method[method]).toLowerCase(),
      pct: formatPct(ratePct, language),
      per: t(($) => $.loans.ratePer[ratePer]),
      months,
      interval: intervalName(interval).toLowerCase(),
    })
}

/** What a loan or its posting warns of, as sentences. */
export function useLoanWarnings(codes: readonly string[]): string[] {
  const { t } = useText()
  const posting = usePostingWarnings(codes)
  const sentences: Readonly<Record<string, string>> = {
    rate_above_ceiling: t(($) => $.loans.warning.rateAboveCeiling),
    principal_above_limit: t(($) => $.loans.warning.principalAboveLimit),
    months_above_limit: t(($) => $.loans.warning.monthsAboveLimit),
    above_times_savings: t(($) => $.loans.warning.aboveTimesSavings),
    needs_collateral: t(($) => $.loans.warning.needsCollateral),
    needs_guarantor: t(($) => $.loans.warning.needsGuarantor),
    fund_over_free: t(($) => $.loans.warning.overFree),
    fund_outside_period: t(($) => $.loans.warning.outsidePeriod),
    fund_other_account: t(($) => $.loans.warning.otherAccount),
  }
  return [...codes.flatMap((code) => sentences[code] ?? []), ...posting]
}
