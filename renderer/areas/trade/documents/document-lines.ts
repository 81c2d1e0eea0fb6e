import type { Answers } from '../../../../shared/contract/index.ts'

type Document = Answers['trade']['document']
export type Line = Document['lines'][number]

/** A line as it is shown; money that was paid for making goods has no quantity. */
export type ShownLine = Omit<Line, 'qty'> & { readonly qty: number | null }

/** The lines of a document, what went out below zero; of a production also the costs paid, under the name given. */
export function shownLines({ kind, lines }: Pick<Document, 'kind' | 'lines'>, costsName: string): ShownLine[] {
  const shown = lines.map((line) => ({ ...line, amount: line.qty < 0 ? 0 - line.amount : line.amount }))
  // What was made costs what went into it: what the materials do not explain was paid.
  const paid = shown.reduce((sum, { amount }) => sum + amount, 0)
  return kind === 'production' && paid > 0 ? [...shown, costsLine(lines.length + 1, costsName, paid)] : shown
}

function costsLine(n: number, item: string, paid: number): ShownLine {
  return {
    ...{ n, itemId: '', item, unitName: '', qty: null, price: null, discount: 0, amount: 0 - paid, cost: 0 },
    ...{ returned: 0, counted: null, reason: null },
  }
}
