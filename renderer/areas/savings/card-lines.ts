import type { Answers } from '../../../shared/contract/index.ts'

type Card = Answers['savings']['card']

/** A line of the card; the first one carries what stood there before the period and has no voucher. */
export interface CardLine {
  readonly key: string
  readonly row: Card['rows'][number] | undefined
  readonly balance: number
}

/** The card as it is read from top to bottom. */
export function cardLines({ opening, rows }: Pick<Card, 'opening' | 'rows'>): CardLine[] {
  const lines = rows.map((row): CardLine => ({ key: row.entryId, row, balance: row.balance }))
  return opening === 0 ? lines : [{ key: 'opening', row: undefined, balance: opening }, ...lines]
}
