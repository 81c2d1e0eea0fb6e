import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import { openingStock } from '../../../../../shared/rules/entries/stock-change.ts'
import { goodsLines } from '../../../../../shared/rules/entries/trade-line.ts'
import { sen, sumSen } from '../../../../../shared/rules/money.ts'
import { datedAhead, post } from '../../../ledger/post.ts'
import type { Work } from '../../../work.ts'
import { keepDocument } from '../documents/documents.ts'
import { Counter, locationOf, ownerOf, tradeUnit } from '../documents/goods.ts'
import { requireMemberOn } from '../partners/membership.ts'

type Input = Inputs['trade']['openingStock']

/**
 * Goods taken over from the paper books; of goods in keeping the quantity alone, of a member who is one on the day (NOT_ALLOWED
 * once she left, INVALID_INPUT before she joined). Refuses INVALID_INPUT for services, goods
 * without their cost and goods in keeping with one, and a day before goods went out that would have cost otherwise.
 */
export async function takeOverStock(work: Work, input: Input): Promise<Answers['trade']['openingStock']> {
  const { date, note } = input
  const locationId = await locationOf(work.tx, input.locationId)
  const counter = await Counter.at(work.tx, { locationId, date }, input.lines)
  const lines = input.lines.map((line, index) => takenOver(counter, line, index))
  for (const [index, { itemId, qty, cost }] of lines.entries()) {
    const { memberId } = ownerOf(counter.item(itemId))
    if (memberId !== undefined) await requireMemberOn(work.tx, memberId, date, ['lines', index, 'itemId'])
    await counter.lay(itemId, qty, cost, { path: ['lines', index, 'qty'] })
  }
  const total = sumSen(lines.map(({ cost }) => cost))
  const documentId = work.newId()
  const entryId = total > 0 ? work.newId() : undefined
  const valued = lines.filter(({ cost }) => cost > 0)
  const draft = total > 0 ? openingStock({ date, unit: tradeUnit, lines: valued }) : undefined
  const lineNos = goodsLines(draft?.lines ?? [], lines)
  const number = await keepDocument(
    work,
    { documentId, kind: 'opening', date, locationId, entryId, note, lines },
    lines.map(({ itemId, qty }, index) => ({ n: index + 1, itemId, locationId, qty, lineNo: lineNos[index] ?? null })),
  )
  const posted = draft ? await post(work, draft, { entryId }) : undefined
  return { ...numbered(posted, number), documentId, date, total, warnings: posted?.warnings ?? datedAhead(work, date) }
}

/** A document's own number, or its voucher. */
export function numbered(posted: { entryId: string; voucher: string } | undefined, number: string | null) {
  return { entryId: posted?.entryId ?? null, voucher: posted?.voucher ?? null, number: posted?.voucher ?? number ?? '' }
}

function takenOver(counter: Counter, { itemId, qty, cost }: Input['lines'][number], index: number) {
  const { kind, name } = counter.item(itemId)
  if (kind === 'service') throw invalidInput(['lines', index, 'itemId'], 'service_not_moved', { item: name })
  const isKept = kind === 'consigned'
  if (isKept && cost) throw invalidInput(['lines', index, 'cost'], 'kept_has_no_value', { item: name })
  if (!isKept && cost === undefined) throw invalidInput(['lines', index, 'cost'], 'required')
  return { itemId, qty, kind, cost: cost ?? sen(0), amount: cost ?? sen(0) }
}
