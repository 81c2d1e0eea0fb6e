import { formatAmount, formatRupiah, sumSen } from '../../../shared/rules/money.ts'
import { formatPct } from '../../../shared/rules/percent.ts'
import { FigureTable } from '../../ui/display/FigureTable.tsx'
import { useText } from '../../ui/text.ts'
import type { Reckoned, Schedule } from './use-loan-schedule.ts'

/** What one loan costs, or two of them side by side. */
export function LoanFigures({ reckoned }: { readonly reckoned: readonly Reckoned[] }) {
  const { t, language } = useText()
  const amount = (figure: (schedule: Schedule) => number | undefined) => (schedule: Schedule) =>
    formatAmount(figure(schedule) ?? 0)
  const pct = (figure: (schedule: Schedule) => string) => (schedule: Schedule) =>
    t(($) => $.calculator.loan.pct, { pct: formatPct(figure(schedule), language) })
  const lines: readonly { readonly title: string; readonly of: (schedule: Schedule) => string }[] = [
    { title: t(($) => $.calculator.loan.first), of: amount(({ rows }) => rows[0]?.payment) },
    { title: t(($) => $.calculator.loan.last), of: amount(({ rows }) => rows.at(-1)?.payment) },
    { title: t(($) => $.calculator.loan.count), of: ({ rows }) => String(rows.length) },
    { title: t(($) => $.calculator.loan.interest), of: amount(({ totals }) => totals.interest) },
    { title: t(($) => $.calculator.loan.payment), of: amount(({ totals }) => totals.payment) },
    { title: t(($) => $.calculator.loan.flat), of: pct(({ flatPctPerMonth }) => flatPctPerMonth) },
    { title: t(($) => $.calculator.loan.effective), of: pct(({ effectivePctPerMonth }) => effectivePctPerMonth) },
  ]
  return (
    <FigureTable
      label={t(($) => $.calculator.loan.figures)}
      heads={{
        line: t(($) => $.calculator.loan.figure),
        columns: reckoned.map(({ method }) => t(($) => $.loans.method[method])),
      }}
      lines={lines.map(({ title, of }) => ({ title, figures: reckoned.map(({ schedule }) => of(schedule)) }))}
    />
  )
}

/** The answer in one sentence: what it costs, or which of two is lighter and by how much. */
export function useLoanSentence(): (reckoned: readonly Reckoned[]) => string {
  const { t } = useText()
  return ([one, other]) => {
    if (one === undefined) return ''
    const interest = one.schedule.totals.interest
    if (other === undefined) {
      const count = one.schedule.rows.length
      return t(($) => $.calculator.loan.single, { count, interest: formatRupiah(interest) })
    }
    const difference = sumSen([interest, -other.schedule.totals.interest])
    if (difference === 0) return t(($) => $.calculator.loan.same)
    const [lighter, heavier] = difference < 0 ? [one, other] : [other, one]
    return t(($) => $.calculator.loan.lighter, {
      lighter: t(($) => $.loans.method[lighter.method]).toLowerCase(),
      heavier: t(($) => $.loans.method[heavier.method]).toLowerCase(),
      amount: formatRupiah(Math.abs(difference)),
    })
  }
}
