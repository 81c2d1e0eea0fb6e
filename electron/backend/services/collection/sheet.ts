import { addDays, firstDayOfMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { principalSavingsDue } from '../../../../shared/rules/principal-savings.ts'
import type { Reader, SavingsProductTable } from '../../db/tables.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import type { Reading } from '../../work.ts'
import {
  type Due,
  duesByProduct,
  type HeldSavings,
  heldByProduct,
  type MemberOfStanding,
  mandatoryStanding,
} from '../savings/standing.ts'
import { loansDue } from './loans.ts'

type Sheet = Answers['collection']['sheet']
type Cell = Sheet['rows'][number]['savings'][string]

/** The paper form of the monthly meeting: who may pay, in the order of their numbers, and what is due from each. */
export async function collectionSheet(reading: Reading, { date }: Inputs['collection']['sheet']): Promise<Sheet> {
  const { db, today } = reading
  await requireDateInReach(db, today, date)
  const products = await collectedProducts(db)
  const columns = await columnsOf(db, products, date)
  const loans = await loansDue(db, date)
  const members = await db
    .selectFrom('member')
    .select(['id', 'code', 'name', 'hamlet', 'joined_on', 'left_on'])
    .where('active', '=', 1)
    .where('joined_on', '<=', date)
    .orderBy('sort')
    .execute()
  return {
    products: products.map(({ id, name_id, kind }) => ({ product: id, name: name_id, kind })),
    rows: members.map((member) => ({
      memberId: member.id,
      number: member.code,
      name: member.name,
      hamlet: member.hamlet,
      savings: Object.fromEntries(columns.map(({ product, cell }) => [product, cell(member)])),
      loans: loans.get(member.id) ?? [],
    })),
  }
}

/** Products that are paid over the table: those in use that members pay at the meeting. */
async function collectedProducts(db: Reader): Promise<SavingsProductTable[]> {
  return db
    .selectFrom('savings_product')
    .selectAll()
    .where('active', '=', 1)
    .where('collected', '=', 1)
    .orderBy('sort')
    .execute()
}

/** What a member has to pay now, and the part of it from earlier months. */
type Owed = (member: MemberOfStanding) => Pick<Cell, 'due' | 'arrears'>

interface Column {
  readonly product: string
  readonly cell: (member: MemberOfStanding) => Cell
}

async function columnsOf(db: Reader, products: readonly SavingsProductTable[], date: string): Promise<Column[]> {
  const dues = await duesByProduct(db)
  const held = await heldByProduct(db, date)
  const columns: Column[] = []
  for (const product of products) {
    const own = held.get(product.id) ?? new Map<string, HeldSavings>()
    const owed = await owedOf(db, { product, dues: dues.get(product.id) ?? [], held: own, date })
    const cell = (member: MemberOfStanding): Cell => ({
      ...owed(member),
      balance: own.get(member.id)?.balance ?? 0,
      savingsAccountId: own.get(member.id)?.savingsAccountId ?? null,
    })
    columns.push({ product: product.id, cell })
  }
  return columns
}

interface Facts {
  readonly product: SavingsProductTable
  readonly dues: readonly Due[]
  readonly held: ReadonlyMap<string, HeldSavings>
  readonly date: string
}

async function owedOf(db: Reader, { product, dues, held, date }: Facts): Promise<Owed> {
  const monthBefore = addDays(firstDayOfMonth(monthOf(date)), -1)
  if (product.kind === 'principal') {
    const { instalments } = product
    return ({ id, joined_on: joinedOn }) => {
      const owed = { joinedOn, amounts: dues, paid: sen(held.get(id)?.balance ?? 0), instalments }
      const arrears = instalments === 1 ? 0 : principalSavingsDue({ ...owed, asOf: monthBefore })
      return { due: principalSavingsDue({ ...owed, asOf: date }), arrears }
    }
  }
  if (product.kind !== 'mandatory') return () => ({ due: 0, arrears: 0 })
  const standing = await mandatoryStanding(db, product, dues, held)
  return (member) => ({ due: standing(member, date).arrears, arrears: standing(member, monthBefore).arrears })
}
