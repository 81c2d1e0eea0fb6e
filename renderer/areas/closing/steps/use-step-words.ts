import { formatDate, formatMonth, isMonth, type Language } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import type { Texts } from '../../../../shared/text/index.ts'
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
    const { key, state, count, period, note, amount, stated, date } = step
    const said = {
      ...{ amount: formatRupiah(Math.abs(amount ?? 0)), stated: formatRupiah(stated ?? 0), note: note ?? '' },
      ...{ date: date === null ? '' : formatDate(date, language), count: count ?? 0 },
      period: period === null ? '' : periodName(period, language),
    }
    if (state === 'missed') return t(($) => $.closing.steps.says[period === null ? 'missed' : 'passed'], said)
    if (state === 'not_needed') {
      if (period !== null) return t(($) => $.closing.steps.says.later, said)
      return isLeftOut(key) ? t(($) => $.closing.steps.notNeeded[key]) : undefined
    }
    const sentence = state === 'done' ? doneSentence(step) : leftSentence(step)
    return sentence === undefined ? undefined : t(($) => $.closing.steps.says[sentence], said)
  }
}

type LeftOut = keyof Texts['closing']['steps']['notNeeded']

/** Steps that a month or year may do without, each for a reason of its own. */
const leftOut: Readonly<Record<LeftOut, true>> = {
  ...{ earlier_months: true, cash_count: true, bank: true, loan_interest: true, loan_allowance: true },
  ...{ savings_interest: true, depreciation: true, final_tax: true, earlier_years: true, opening: true },
  ...{ stock_count: true, income_tax: true, close: true, decide: true, pay: true, deficit: true, corrections: true },
}

function isLeftOut(key: Step['key']): key is LeftOut {
  return key in leftOut
}

type Sentence = keyof Texts['closing']['steps']['says']

/** Which sentence tells what was done. */
function doneSentence({ key, stated, amount }: Step): Sentence | undefined {
  switch (key) {
    case 'cash_count':
      return 'counted'
    case 'bank':
      return stated === amount ? 'bankSame' : 'bankDiffers'
    case 'adjustments':
    case 'year_adjustments':
      return 'looked'
    case 'stock_count':
      return 'placesDone'
    case 'close':
      return (amount ?? 0) < 0 ? 'loss' : 'surplus'
    case 'decide':
      return 'decided'
    case 'loan_allowance':
      return 'allowance'
    case 'lock':
      return 'locked'
    default:
      return undefined
  }
}

/** Which sentence tells what waits. */
function leftSentence({ key, state, stated, amount, date, count }: Step): Sentence | undefined {
  switch (key) {
    case 'cash_count':
      return date === null ? 'uncounted' : 'countChanged'
    case 'bank':
      return stated === null ? 'bankBook' : 'bankChanged'
    case 'final_tax':
    case 'income_tax':
      if (amount === null) return 'taxUndecided'
      return count === null ? 'taxOpen' : 'taxMonths'
    case 'close':
      return (amount ?? 0) < 0 ? 'loss' : 'surplus'
    case 'decide':
    case 'pay':
      return state === 'open' ? waiting[key] : undefined
    default:
      return waiting[key]
  }
}

const waiting: Readonly<Partial<Record<Step['key'], Sentence>>> = {
  ...{ earlier_months: 'earlierMonths', months: 'earlierMonths', earlier_years: 'earlierYears' },
  ...{ savings_interest: 'interestOpen', depreciation: 'depreciationOpen', opening: 'openingOff' },
  ...{ adjustments: 'adjustmentsOpen', year_adjustments: 'adjustmentsOpen', december: 'decemberLeft' },
  ...{ stock_count: 'places', decide: 'toDecide', pay: 'toPay', deficit: 'toCover' },
  ...{ corrections: 'toCorrect', loan_interest: 'accrual', loan_allowance: 'allowance', lock: 'toLock' },
}
