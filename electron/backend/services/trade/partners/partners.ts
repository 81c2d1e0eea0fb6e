import type { Inputs as AllInputs, Answers } from '../../../../../shared/contract/index.ts'
import { Refusal } from '../../../../../shared/errors.ts'
import {
  customerReceivable,
  marketplaceReceivable,
  partnerConsignment,
  supplierPayable,
} from '../../../../../shared/rules/entries/trade-line.ts'
import { numberAfter } from '../../../../../shared/rules/number-after.ts'
import { searchText, searchWords } from '../../../../../shared/rules/search-text.ts'
import type { Reader } from '../../../db/tables.ts'
import type { PartnerTermsTable } from '../../../db/trade-tables.ts'
import type { Reading, Work } from '../../../work.ts'

type Inputs = AllInputs['partners']
type Partner = Answers['partners']['create']

/** Enters whom the cooperative trades with; refuses ALREADY_EXISTS for a number that is somebody's. */
export async function createPartner(work: Work, input: Inputs['create']): Promise<Partner> {
  const number = input.number ?? (await nextPartnerNumber(work.tx))
  await requireFreeNumber(work.tx, number)
  const id = work.newId()
  await work.tx.insertInto('partner').values({ id, code: number, name: input.name, active: 1 }).execute()
  await work.tx
    .insertInto('partner_terms')
    .values({
      ...{ partner_id: id, kind: input.kind, phone: input.phone ?? null, address: input.address ?? null },
      ...{ tax_id: input.taxId ?? null, note: input.note ?? null, fee_pct: input.feePct ?? '0' },
      ...{ withholds_tax: input.withholdsTax ? 1 : 0, search: searchText(input.name, number) },
    })
    .execute()
  return partnerNamed(work.tx, id)
}

/** Changes what is given; null empties a field. Refuses NOT_FOUND. */
export async function updatePartner(work: Work, input: Inputs['update']): Promise<Partner> {
  const before = await partnerNamed(work.tx, input.partnerId)
  const { name = before.name, active = before.active } = input
  await work.tx
    .updateTable('partner')
    .set({ name, active: active ? 1 : 0 })
    .where('id', '=', before.partnerId)
    .execute()
  await work.tx
    .updateTable('partner_terms')
    .set({ ...given(input), search: searchText(name, before.number) })
    .where('partner_id', '=', before.partnerId)
    .execute()
  return partnerNamed(work.tx, before.partnerId)
}

function given(input: Inputs['update']): Partial<PartnerTermsTable> {
  const columns = {
    ...{ kind: input.kind, phone: input.phone, address: input.address, tax_id: input.taxId, note: input.note },
    fee_pct: input.feePct,
    withholds_tax: input.withholdsTax === undefined ? undefined : input.withholdsTax ? (1 as const) : (0 as const),
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** One of them with what is owed on both sides, sen; refuses NOT_FOUND. */
export async function getPartner({ db }: Reading, input: Inputs['get']): Promise<Answers['partners']['get']> {
  const partner = await partnerNamed(db, input.partnerId)
  const cards = await db
    .selectFrom('balance_subledger')
    .select('account')
    .select((eb) => eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))).as('balance'))
    .where('subledger', '=', 'partner')
    .where('reference', '=', partner.partnerId)
    .groupBy('account')
    .execute()
  const on = (code: string) => cards.find(({ account }) => account === code)?.balance ?? 0
  return {
    ...partner,
    balances: {
      ...{ receivable: on(customerReceivable), payable: 0 - on(supplierPayable) },
      ...{ consignment: 0 - on(partnerConsignment), held: on(marketplaceReceivable) },
    },
  }
}

const pageSize = 100

/** Whom the cooperative trades with, in the order of their numbers, a page at a time. */
export async function listPartners(
  { db }: Reading,
  input: NonNullable<Inputs['list']> = {},
): Promise<Answers['partners']['list']> {
  const { text = '', kind, activeOnly, limit = pageSize, cursor } = input
  let query = partnerRows(db)
  for (const word of searchWords(text)) {
    query = query.where((eb) => eb(eb.fn<number>('instr', ['t.search', eb.val(word)]), '>', 0))
  }
  if (kind !== undefined) query = query.where('t.kind', '=', kind)
  if (activeOnly) query = query.where('p.active', '=', 1)
  if (cursor !== undefined) query = query.where('p.code', '>', cursor)
  const found = await query
    .orderBy('p.code')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit).map(answerOf)
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.number ?? null) : null }
}

/** Refuses NOT_FOUND for an id that is nobody's. */
async function partnerNamed(db: Reader, partnerId: string): Promise<Partner> {
  const row = await partnerRows(db).where('p.id', '=', partnerId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'partner', { partnerId })
  return answerOf(row)
}

function partnerRows(db: Reader) {
  return db
    .selectFrom('partner as p')
    .innerJoin('partner_terms as t', 't.partner_id', 'p.id')
    .selectAll('t')
    .select(['p.code', 'p.name', 'p.active'])
}

type Row = PartnerTermsTable & { readonly code: string; readonly name: string; readonly active: 0 | 1 }

function answerOf({ partner_id, code, name, active, ...terms }: Row): Partner {
  const { kind, phone, address, tax_id: taxId, fee_pct: feePct, withholds_tax, note } = terms
  const withholdsTax = withholds_tax === 1
  return {
    ...{ partnerId: partner_id, number: code, name, active: active === 1 },
    ...{ kind, phone, address, taxId, feePct, withholdsTax, note },
  }
}

async function nextPartnerNumber(db: Reader): Promise<string> {
  const last = await db.selectFrom('partner').select('code').orderBy('code', 'desc').limit(1).executeTakeFirst()
  let number = last ? numberAfter(last.code) : 'M-001'
  while (await isTaken(db, number)) number = numberAfter(number)
  return number
}

async function isTaken(db: Reader, number: string): Promise<boolean> {
  return (await db.selectFrom('partner').select('id').where('code', '=', number).executeTakeFirst()) !== undefined
}

async function requireFreeNumber(db: Reader, number: string): Promise<void> {
  if (!(await isTaken(db, number))) return
  const issues = [{ path: ['number'], message: 'partner_number_taken' }]
  throw new Refusal('ALREADY_EXISTS', 'partner_number', { number, issues })
}
