import { type CalendarDate, isDate } from '../../../shared/calendar.ts'
import { buyerKinds, lookGroups } from '../../../shared/rules/sales-look.ts'
import { unitNamed } from '../../app/unit.ts'
import type { Choice } from './report-choice.ts'

/** What was chosen before a report, read from the address; what that does not say, or says unusably, is as usual. */
export function choiceOf(params: URLSearchParams, usual: Choice): Choice {
  const day = (name: 'asOf' | 'from' | 'to'): CalendarDate => {
    const said = params.get(name) ?? ''
    return isDate(said) ? said : usual[name]
  }
  const year = params.get('year') ?? ''
  const [item, itemName] = [params.get('item'), params.get('itemName')]
  return {
    ...{ asOf: day('asOf'), from: day('from'), to: day('to') },
    year: /^\d{4}$/.test(year) ? Number(year) : usual.year,
    hasSignatures: params.has('signatures') || usual.hasSignatures,
    unit: unitNamed(params.get('unit')) ?? usual.unit,
    cashAccount: params.get('cashAccount') ?? usual.cashAccount,
    account: params.get('account') ?? usual.account,
    item: item === null ? usual.item : { id: item, title: itemName ?? item },
    place: params.get('place') ?? usual.place,
    by: lookGroups.find((known) => known === params.get('by')) ?? usual.by,
    buyer: buyerKinds.find((known) => known === params.get('buyer')) ?? usual.buyer,
  }
}

/** What the address has to say of a choice: all of it that is not as usual. */
export function choiceParams(choice: Choice, usual: Choice): Readonly<Record<string, string | undefined>> {
  const { hasSignatures, item, ...plain } = choice
  const said = Object.entries(plain).map(([name, value]) => {
    const isUsual = value === null || value === usual[name as keyof typeof plain]
    return [name, isUsual || value === undefined ? undefined : String(value)]
  })
  return {
    ...Object.fromEntries(said),
    signatures: hasSignatures ? '1' : undefined,
    ...{ item: item?.id, itemName: item?.title },
  }
}
