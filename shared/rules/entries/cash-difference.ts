import { assert } from '../../errors.ts'
import { credit, debit, type JournalDraft } from './draft.ts'

/** Selisih kas lebih and selisih kas kurang. */
const overageAccount = '48105'
const shortageAccount = '58102'

export interface CashDifference {
  readonly date: string
  readonly cashAccount: string
  /** Counted less expected, in sen; never zero. */
  readonly difference: number
}

/**
 * What a count found too much or too little (accounting.md section 9, rule 5). A memorial entry: nobody paid and nobody
 * received.
 */
export function cashDifference({ date, cashAccount, difference }: CashDifference): JournalDraft {
  assert(difference !== 0, 'a difference is not zero')
  const isOver = difference > 0
  const lines = isOver
    ? [debit(cashAccount, difference), credit(overageAccount, difference)]
    : [debit(shortageAccount, -difference), credit(cashAccount, -difference)]
  const description = isOver ? 'Selisih lebih hitungan kas' : 'Selisih kurang hitungan kas'
  return { kind: 'ordinary', book: 'BM', date, description, unit: 'general', lines }
}
