import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import type { Reading } from '../../work.ts'
import { getProduct } from './accounts.ts'
import { duesByProduct, heldByProduct, mandatoryStanding } from './standing.ts'

type Arrears = Answers['savings']['arrears']
type Row = Arrears['rows'][number]

/**
 * Members who are behind with their mandatory savings on a day, in the order of their numbers: a list, never a
 * receivable. Totals are of those listed.
 */
export async function savingsArrears({ db, today }: Reading, input: Inputs['savings']['arrears']): Promise<Arrears> {
  const { asOf } = input
  await requireDateInReach(db, today, asOf, 'asOf')
  const products = await mandatoryProducts(db, input.product)
  const members = await membersAt(db, asOf)
  const dues = await duesByProduct(db)
  const held = await heldByProduct(db, asOf)
  const rows: Row[] = []
  for (const product of products) {
    const own = dues.get(product.id) ?? []
    const standing = await mandatoryStanding(db, product, own, held.get(product.id) ?? new Map())
    for (const member of members) {
      const { due, paid, arrears, monthsBehind, paidUntil } = standing(member, asOf)
      if (arrears === 0) continue
      const { id: memberId, code: memberNumber, name: memberName, hamlet } = member
      const who = { memberId, memberNumber, memberName, hamlet }
      rows.push({ ...who, product: product.id, due, paid, arrears, monthsBehind, paidUntil })
    }
  }
  return { rows, totals: { due: total(rows, 'due'), paid: total(rows, 'paid'), arrears: total(rows, 'arrears') } }
}

function total(rows: readonly Row[], column: 'due' | 'paid' | 'arrears'): number {
  return sumSen(rows.map((row) => row[column]))
}

async function mandatoryProducts(db: Reader, asked: string | undefined) {
  if (asked === undefined) {
    return db
      .selectFrom('savings_product')
      .selectAll()
      .where('kind', '=', 'mandatory')
      .where('active', '=', 1)
      .orderBy('sort')
      .execute()
  }
  const product = await getProduct(db, asked)
  if (product.kind !== 'mandatory') throw invalidInput(['product'], 'not_mandatory', { product: product.name_id })
  return [product]
}

/** Who was a member on that day. */
async function membersAt(db: Reader, asOf: string) {
  return db
    .selectFrom('member')
    .select(['id', 'code', 'name', 'hamlet', 'joined_on', 'left_on'])
    .where('joined_on', '<=', asOf)
    .where((eb) => eb.or([eb('left_on', '>', asOf), eb.and([eb('active', '=', 1), eb('left_on', 'is', null)])]))
    .orderBy('sort')
    .execute()
}
