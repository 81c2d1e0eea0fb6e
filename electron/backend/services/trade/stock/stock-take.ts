import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import { stockDifference } from '../../../../../shared/rules/entries/stock-change.ts'
import { goodsLines } from '../../../../../shared/rules/entries/trade-line.ts'
import type { Sen } from '../../../../../shared/rules/money.ts'
import { isSamePerson } from '../../../../../shared/rules/same-person.ts'
import type { Reader } from '../../../db/tables.ts'
import { requireOpenPeriod } from '../../../ledger/periods.ts'
import { datedAhead, post } from '../../../ledger/post.ts'
import { quantityOn } from '../../../ledger/stock.ts'
import type { Reading, Work } from '../../../work.ts'
import { keepDocument } from '../documents/documents.ts'
import { Counter, locationOf, tradeUnit } from '../documents/goods.ts'
import { numbered } from './opening-stock.ts'

type Input = Inputs['trade']['stockTake']
type Taken = Answers['trade']['stockTake']

/**
 * Signs a count of goods at one place against the book at the end of that day. What is missing is booked by its reason,
 * what is too much at what the rest costs; of goods in keeping the quantity alone, and the answer warns. A count that
 * agrees is kept as well. Refuses INVALID_INPUT for one person who signs twice, an item counted twice and services.
 */
export async function takeStock(work: Work, input: Input): Promise<Taken> {
  const { date, countedBy, note } = input
  if (isSamePerson(...countedBy)) throw invalidInput(['countedBy', 1], 'same_name')
  const { locationId, lines, changed } = await countedLines(work.tx, input)
  const valued = changed.filter(({ cost }) => cost > 0)
  const draft = valued.length > 0 ? stockDifference({ date, unit: tradeUnit, lines: valued }) : undefined
  const lineNos = goodsLines(draft?.lines ?? [], changed)
  const documentId = work.newId()
  const entryId = draft && work.newId()
  const number = await keepDocument(
    work,
    { documentId, kind: 'stock_take', date, locationId, entryId, note, countedBy, lines: lines.map(countedLine) },
    changed.map(({ itemId, difference, n }, index) => ({
      ...{ n, itemId, locationId, qty: difference, lineNo: lineNos[index] ?? null },
    })),
  )
  const posted = draft && (await post(work, draft, { entryId }))
  return {
    ...{ ...numbered(posted, number), documentId, date },
    ...foundBy(lines),
    warnings: [...(posted?.warnings ?? datedAhead(work, date)), ...doubts(changed)],
  }
}

/** What a count would come to if it were kept; refuses what `takeStock` refuses of its lines. */
export async function previewStockTake(
  { db }: Reading,
  input: Inputs['trade']['previewStockTake'],
): Promise<Answers['trade']['previewStockTake']> {
  const { lines, changed } = await countedLines(db, input)
  return { ...foundBy(lines), warnings: doubts(changed) }
}

function foundBy(lines: readonly Counted[]): Pick<Taken, 'lines' | 'value'> {
  return {
    lines: lines.map(({ itemId, expected, counted: found, difference, cost, way }) => ({
      ...{ itemId, expected, counted: found, difference, cost: way * cost },
    })),
    value: lines.reduce((sum, { cost, way }) => sum + way * cost, 0),
  }
}

type Asked = Inputs['trade']['previewStockTake']

async function countedLines(db: Reader, input: Asked) {
  const { date } = input
  const locationId = await locationOf(db, input.locationId)
  const counter = await Counter.at(db, { locationId, date }, input.lines, { inactiveToo: true })
  requireCountable(counter, input)
  await requireOpenPeriod(db, date)
  const lines: Counted[] = []
  for (const [index, line] of input.lines.entries()) lines.push(await counted(db, counter, line, index))
  const changed = lines.flatMap((line, index) => (line.difference === 0 ? [] : [{ ...line, n: index + 1 }]))
  return { locationId, lines, changed }
}

interface Counted {
  readonly itemId: string
  readonly kind: ReturnType<Counter['item']>['kind']
  readonly expected: number
  readonly counted: number
  readonly difference: number
  readonly cost: Sen
  readonly way: 1 | -1
  readonly isOwnUse: boolean
  readonly reason?: string | undefined
}

function requireCountable(counter: Counter, { lines }: Asked): void {
  const seen = new Set<string>()
  for (const [index, { itemId }] of lines.entries()) {
    const { kind, name } = counter.item(itemId)
    if (kind === 'service') throw invalidInput(['lines', index, 'itemId'], 'service_not_moved', { item: name })
    if (seen.has(itemId)) throw invalidInput(['lines', index, 'itemId'], 'given_twice')
    seen.add(itemId)
  }
}

async function counted(
  db: Reader,
  counter: Counter,
  { itemId, counted: found, reason }: Asked['lines'][number],
  index: number,
): Promise<Counted> {
  const { locationId, date } = counter
  const expected = await quantityOn(db, { itemId, locationId, date })
  const difference = found - expected
  const way = difference < 0 ? -1 : 1
  const cost =
    difference < 0
      ? await counter.take(itemId, 0 - difference, ['lines', index, 'counted'])
      : await counter.layAtAverage(itemId, difference)
  const { kind } = counter.item(itemId)
  const told = difference === 0 ? reason : (reason ?? 'counting')
  return { itemId, kind, expected, counted: found, difference, cost, way, reason: told, isOwnUse: reason === 'own_use' }
}

function countedLine({ itemId, counted: found, difference, cost, reason }: Counted) {
  return { itemId, qty: difference, counted: found, amount: cost, reason }
}

function doubts(changed: readonly Counted[]): string[] {
  const kept = changed.filter(({ kind }) => kind === 'consigned')
  return [
    ...(kept.some(({ difference }) => difference < 0) ? ['kept_goods_missing'] : []),
    ...(kept.some(({ difference }) => difference > 0) ? ['kept_goods_surplus'] : []),
  ]
}
