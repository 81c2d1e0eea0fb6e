import { type CalendarDate, monthOf } from '../../../shared/calendar.ts'
import { client } from '../../client.ts'

export interface NewBook {
  readonly name: string
  readonly village: string
  readonly foundedOn: CalendarDate | null
  readonly chair: string
  readonly treasurer: string
  /** Sen each month. */
  readonly due: number | null
}

/** The input's paths as the form names them. */
export const newBookPaths: Readonly<Record<string, string>> = {
  'cooperative.name': 'name',
  'cooperative.village': 'village',
  'cooperative.foundedOn': 'foundedOn',
  'officers.0.name': 'chair',
  'officers.1.name': 'treasurer',
  amount: 'due',
}

/**
 * Makes the book and fills in what the form knows. Where a later step is refused the book exists already: trying again
 * corrects that one and makes no second. `isMade` remembers it between tries.
 */
export async function makeBook(book: NewBook, today: CalendarDate, isMade: { current: boolean }): Promise<void> {
  const { name, village, foundedOn, chair, treasurer, due } = book
  const cooperative = { name, ...(village === '' ? {} : { village }), ...(foundedOn === null ? {} : { foundedOn }) }
  if (isMade.current) await client.cooperative.update(cooperative)
  else await client.book.create({ cooperative })
  isMade.current = true
  await client.officers.set({
    officers: [
      { role: 'chair', name: chair },
      { role: 'treasurer', name: treasurer },
    ],
  })
  if (due !== null) await client.savings.setDue({ product: 'wajib', fromMonth: monthOf(today), amount: due })
}
