import { addMonthsToMonth, type CalendarDate, type CalendarMonth, monthOf, yearOf } from '../../../shared/calendar.ts'
import { lastFinalTaxYear, usualStartYear } from '../../../shared/rules/turnover-tax.ts'
import { bankAccount, type Life, type Simulation } from './simulation.ts'
import type { Step } from './steps.ts'

/** After the month before was made ready, before it is locked. */
const postingDay = '08'
/** The tax of a month is brought by the fifteenth of the next. */
const payingDay = '13'

/** The final tax of each month while the cooperative is young enough for it, and article 31E after. */
export function taxLife({ foundedOn, startsOn }: { foundedOn: CalendarDate; startsOn: CalendarDate }): Life {
  const startYear = usualStartYear(foundedOn, yearOf(startsOn))
  const isFinal = (month: CalendarMonth) => Number(month.slice(0, 4)) <= lastFinalTaxYear(startYear)
  return (_, month) => {
    const first = monthOf(startsOn)
    const before = addMonthsToMonth(month, -1)
    const regime = isFinal(month) ? ({ regime: 'final_0_5', startYear } as const) : ({ regime: 'article_31e' } as const)
    const decide = ({ steps }: Simulation, date: CalendarDate) => {
      steps.push({ act: 'taxRegime', date, year: yearOf(date), ...regime })
    }
    return [
      ...(month === first || month.endsWith('-01') ? [{ date: `${month}-02`, run: decide }] : []),
      ...(before >= first && isFinal(before) ? [{ date: `${month}-${postingDay}`, run: taxOf(before) }] : []),
      { date: `${month}-${payingDay}`, run: payTax },
    ]
  }
}

function taxOf(month: CalendarMonth) {
  return (simulation: Simulation, date: CalendarDate): void => {
    const { steps, tax } = simulation
    const lines = steps.filter((step) => step.date.startsWith(month))
    const atMost = Math.ceil(lines.reduce((sum, step) => sum + turnoverAtMost(step), 0) / 200)
    tax.atMost += atMost
    steps.push({ act: 'tax', date, month, atMost })
  }
}

/**
 * What a step brings of turnover at most, sen: the book alone knows what of a payment on a loan is interest. The bank
 * holds what the plan puts aside too much.
 */
function turnoverAtMost(step: Step): number {
  switch (step.act) {
    case 'sell':
      return step.total
    case 'money':
      return step.way === 'receive' ? step.lines.reduce((sum, { amount }) => sum + amount, 0) : 0
    case 'collect':
      return [...step.rows.values()].reduce((sum, { loan }) => sum + 2 * (loan?.amount ?? 0), 0)
    case 'payOff':
      return step.amount
    case 'apply':
      return step.principal
    default:
      return 0
  }
}

/** What the books say is owed is paid from the bank once it holds the most that can be. */
function payTax(simulation: Simulation, date: CalendarDate): void {
  const { steps, tax } = simulation
  const { atMost } = tax
  if (atMost === 0 || simulation.bank < atMost) return
  simulation.bank -= atMost
  tax.atMost = 0
  steps.push({ act: 'payTax', date, cashAccount: bankAccount })
}
