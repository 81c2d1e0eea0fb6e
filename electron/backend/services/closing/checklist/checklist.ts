import type { Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import type { Reading } from '../../../work.ts'
import { monthChecklist, monthThatWaits } from './month.ts'
import type { Checklist } from './step.ts'
import { yearChecklist } from './year.ts'

/** The checklist of a month or a year; refuses INVALID_INPUT `month_or_year` for both. */
export async function checklist(reading: Reading, { month, year }: Inputs['closing']['checklist']): Promise<Checklist> {
  if (month !== undefined && year !== undefined) throw invalidInput(['year'], 'month_or_year')
  return year === undefined
    ? monthChecklist(reading, month ?? (await monthThatWaits(reading)))
    : yearChecklist(reading, year)
}
