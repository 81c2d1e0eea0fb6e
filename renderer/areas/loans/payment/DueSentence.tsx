import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useText } from '../../../ui/text.ts'

type Due = Answers['loans']['due']

/** What is to be paid of a loan, part by part, and what is held for it. */
export function DueSentence({ due }: { readonly due: Due }) {
  const { t } = useText()
  const sentence = useDueSentence(due)
  if (due.held === 0) return sentence
  return `${sentence} ${t(($) => $.loans.pay.held, { amount: formatRupiah(due.held) })}`
}

function useDueSentence({ since, next, ...due }: Due): string {
  const { t, language } = useText()
  const penalty = formatRupiah(due.penalty)
  if (since !== null) {
    const said = {
      ...{ total: formatRupiah(due.total), principal: formatRupiah(due.principal) },
      ...{ interest: formatRupiah(due.interest), penalty, since: formatDate(since, language) },
    }
    return due.penalty > 0 ? t(($) => $.loans.pay.dueWithPenalty, said) : t(($) => $.loans.pay.due, said)
  }
  if (due.penalty > 0) return t(($) => $.loans.pay.onlyPenalty, { penalty })
  if (next === null) return t(($) => $.loans.pay.nothingLeft)
  const { total, dueOn } = next
  return t(($) => $.loans.pay.nothingDue, { total: formatRupiah(total), date: formatDate(dueOn, language) })
}
