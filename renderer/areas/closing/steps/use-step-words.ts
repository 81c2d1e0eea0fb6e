import { formatDate, formatMonth, isMonth, type Language } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useRoleName } from '../../../app/use-role-name.ts'
import { useText } from '../../../ui/text.ts'

export type Checklist = Answers['closing']['checklist']
export type Step = Checklist['steps'][number]

/** A month or a year as it is read. */
export function periodName(period: string, language: Language): string {
  return isMonth(period) ? formatMonth(period, language) : period
}

/** What a step is called, and the sentences that tell where it stands. */
export function useStepWords(): { title: (step: Step) => string; sentences: (step: Step) => readonly string[] } {
  const { t, language } = useText()
  const nameOf = useRoleName()
  const detail = useDetail()
  const made = ({ at, by }: Step) => {
    if (at === null || by === null) return undefined
    const date = formatDate(at.slice(0, 10), language)
    return t(($) => $.closing.steps.madeBy, { by: nameOf(by), date })
  }
  return {
    title: ({ key, account }) => {
      const title = t(($) => $.closing.steps.title[key])
      if (account === null) return title
      return t(($) => $.closing.steps.of, { title, account: language === 'en' ? account.nameEn : account.name })
    },
    sentences: (step) => [detail(step), made(step)].filter((sentence): sentence is string => Boolean(sentence)),
  }
}

/** What is particular to a step in its state; nothing where its name says all. */
function useDetail(): (step: Step) => string | undefined {
  const { t, language } = useText()
  return (step) => {
    const { key, state, count: many, period, note } = step
    const count = many ?? 0
    const said = {
      ...{ amount: formatRupiah(Math.abs(step.amount ?? 0)), stated: formatRupiah(step.stated ?? 0), note: note ?? '' },
      ...{
        date: step.date === null ? '' : formatDate(step.date, language),
        period: period === null ? '' : periodName(period, language),
      },
    }
    if (state === 'missed') return t(($) => $.closing.steps.missed)
    if (state === 'not_needed') return period === null ? undefined : t(($) => $.closing.steps.later, said)
    const isDone = state === 'done'
    switch (key) {
      case 'earlier_months':
        return isDone ? undefined : t(($) => $.closing.steps.earlierMonths, { ...said, count })
      case 'months':
        return isDone ? undefined : t(($) => $.closing.steps.earlierMonths, { ...said, count })
      case 'earlier_years':
        return isDone ? undefined : t(($) => $.closing.steps.earlierYears, { ...said, count })
      case 'cash_count':
        if (step.date === null) return t(($) => $.closing.steps.uncounted)
        return t(($) => $.closing.steps[isDone ? 'counted' : 'countChanged'], said)
      case 'bank':
        if (step.stated === null) return t(($) => $.closing.steps.bankBook, said)
        if (!isDone) return t(($) => $.closing.steps.bankChanged, said)
        return t(($) => $.closing.steps[step.stated === step.amount ? 'bankSame' : 'bankDiffers'], said)
      case 'savings_interest':
        return isDone ? undefined : t(($) => $.closing.steps.interestOpen, { ...said, count })
      case 'depreciation':
        return isDone ? undefined : t(($) => $.closing.steps.depreciationOpen, { ...said, count })
      case 'final_tax':
      case 'income_tax':
        if (isDone) return undefined
        if (step.amount === null) return t(($) => $.closing.steps.taxUndecided)
        return many === null
          ? t(($) => $.closing.steps.taxOpen, said)
          : t(($) => $.closing.steps.taxMonths, { ...said, count })
      case 'adjustments':
      case 'year_adjustments':
        return isDone ? (note ?? undefined) : t(($) => $.closing.steps.adjustmentsOpen)
      case 'opening':
        return isDone ? undefined : t(($) => $.closing.steps.openingOff, said)
      case 'december':
        return isDone ? undefined : t(($) => $.closing.steps.decemberLeft, { count })
      case 'stock_count':
        return isDone ? t(($) => $.closing.steps.placesDone, said) : t(($) => $.closing.steps.places, { count })
      case 'close':
        return t(($) => $.closing.steps[(step.amount ?? 0) < 0 ? 'loss' : 'surplus'], said)
      case 'decide':
        return isDone ? t(($) => $.closing.steps.decided, said) : t(($) => $.closing.steps.toDecide, said)
      case 'pay':
        return state === 'open' ? t(($) => $.closing.steps.toPay, said) : undefined
      case 'deficit':
        return isDone ? undefined : t(($) => $.closing.steps.toCover, said)
      case 'lock':
      case 'loan_interest':
      case 'loan_allowance':
        return undefined
    }
  }
}
