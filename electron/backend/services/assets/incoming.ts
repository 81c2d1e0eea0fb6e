import { monthOf } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { contraAccounts, monthAfterTakeover } from '../../../../shared/rules/asset-plan.ts'
import { depreciation } from '../../../../shared/rules/depreciation.ts'
import { type AssetSource, assetAcquisition } from '../../../../shared/rules/entries/asset.ts'
import { credit, debit } from '../../../../shared/rules/entries/draft.ts'
import { openingBalances } from '../../../../shared/rules/entries/opening.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { numberAfter } from '../../../../shared/rules/number-after.ts'
import type { Reader } from '../../db/tables.ts'
import { post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { openFund, warned } from '../funds/money.ts'
import { requireFundCost } from '../funds/spending.ts'
import { requireParty } from '../trade/documents/goods.ts'

type Inputs = AllInputs['assets']
type Incoming = Omit<
  Inputs['acquire'],
  'cashAccount' | 'partnerId' | 'grant' | 'fundId' | 'budgetLineId' | 'approvedBy'
>

/**
 * Brings in something that lasts. Refuses INVALID_INPUT for an account that holds no assets, for land that is to lose and
 * for all else without how long it lasts, ALREADY_EXISTS for a number another asset has, and what spending of a fund does.
 */
export async function acquireAsset(work: Work, input: Inputs['acquire']): Promise<Answers['assets']['acquire']> {
  const { date, cost, approvedBy } = input
  const { source, warnings } = await sourceOf(work, input)
  const added = await enter(work, input, { acquiredOn: date, firstMonth: monthOf(date), base: cost })
  const draft = assetAcquisition({ date, asset: added.card, cost, source })
  const posted = await post(work, draft, { entryId: added.entryId, ...(approvedBy !== undefined && { approvedBy }) })
  return { ...warned(posted, warnings), assetId: added.card.assetId, number: added.number }
}

interface Sourced {
  readonly source: AssetSource
  readonly warnings: readonly string[]
}

async function sourceOf(work: Work, input: Inputs['acquire']): Promise<Sourced> {
  const { cashAccount, partnerId, fundId } = input
  if (cashAccount !== undefined) return paidFrom(work, input, cashAccount)
  if (partnerId !== undefined) {
    await requireParty(work.tx, { partnerId })
    return { source: { from: 'credit', partnerId }, warnings: [] }
  }
  if (fundId === undefined) return { source: { from: 'grant' }, warnings: [] }
  const { treatment, name: fund } = await openFund(work, fundId)
  if (treatment !== 'capital') throw invalidInput(['fundId'], 'goods_are_capital', { fund })
  return { source: { from: 'grant', fundId }, warnings: [] }
}

async function paidFrom(work: Work, input: Inputs['acquire'], cashAccount: string): Promise<Sourced> {
  const { fundId, budgetLineId, approvedBy, date, cost: amount, account } = input
  if (fundId === undefined) {
    const foreign = (['budgetLineId', 'approvedBy'] as const).find((field) => input[field] !== undefined)
    if (foreign !== undefined) throw invalidInput([foreign], 'not_together')
    await requireCashAccount(work.tx, cashAccount, 'cashAccount')
    return { source: { from: 'cash', cashAccount }, warnings: [] }
  }
  const cost = { date, fundId, budgetLineId, amount, account, cashAccount, approvedBy }
  const { of: fund, warnings } = await requireFundCost(work, cost)
  return { source: { from: 'cash', cashAccount, fund }, warnings }
}

/**
 * Takes an asset over from the books before, with what was written off of it. Refuses INVALID_INPUT as `acquireAsset`
 * does, a day of acquisition after the takeover, and more written off than it may lose; software is taken over at what it
 * stands at.
 */
export async function takeOverAsset(work: Work, input: Inputs['takeOver']): Promise<Answers['assets']['takeOver']> {
  const { date, acquiredOn, cost, accumulated = sen(0), residual = sen(0), account } = input
  if (acquiredOn > date) throw invalidInput(['acquiredOn'], 'acquired_after_takeover', { date })
  const contra = contraAccounts[account] ?? null
  if (accumulated > 0 && (contra === null || contra === account)) {
    throw invalidInput(['accumulated'], 'nothing_written_off_here', { account })
  }
  const available = Math.max(0, cost - residual)
  if (accumulated > available) throw invalidInput(['accumulated'], 'written_off_too_much', { available })
  const began = { acquiredOn, firstMonth: monthAfterTakeover(date), base: sen(cost - accumulated) }
  const { card, entryId, number } = await enter(work, input, began)
  const { unit, assetId } = card
  const lines = [debit(account, cost, { assetId, unit })]
  if (accumulated > 0 && contra !== null) lines.push(credit(contra, accumulated, { assetId, unit }))
  const draft = openingBalances({ date, description: 'Saldo awal aset tetap', unit, lines })
  return { ...(await post(work, draft, { entryId })), assetId, number }
}

interface Began {
  readonly acquiredOn: string
  readonly firstMonth: string
  /** What its plan begins with, sen. */
  readonly base: number
}

/** Writes an asset and its terms, before the entry that brings it in. */
async function enter({ tx, newId }: Work, input: Incoming, { acquiredOn, firstMonth, base }: Began) {
  const { account, unit = 'general', residual = sen(0) } = input
  if (!(account in contraAccounts)) throw invalidInput(['account'], 'no_asset_account', { account })
  const contra = contraAccounts[account] ?? null
  if (residual > input.cost) throw invalidInput(['residual'], 'residual_above_cost', { available: input.cost })
  const terms = contra === null ? withoutLoss(input) : lossOf(input, base)
  const number = await freeNumber(tx, input.number)
  const [assetId, entryId] = [newId(), newId()]
  await tx.insertInto('asset').values({ id: assetId, code: number, name: input.name, active: 1 }).execute()
  await tx
    .insertInto('asset_terms')
    .values({
      ...{ asset_id: assetId, account, contra, unit, acquired_on: acquiredOn, first_month: firstMonth },
      ...{ residual, ...terms, entry_id: entryId, condition: input.condition ?? 'good' },
      ...{ place: input.place || null, holder: input.holder || null, serial: input.serial || null },
      note: input.note || null,
    })
    .execute()
  return { card: { assetId, account, unit }, entryId, number }
}

function withoutLoss(input: Incoming) {
  for (const field of ['months', 'method', 'ratePctPerYear', 'residual'] as const) {
    if (input[field] !== undefined) throw invalidInput([field], 'land_loses_nothing')
  }
  return { months: null, method: null, rate_pct: null }
}

function lossOf(input: Incoming, base: number) {
  const { months, method = 'straight_line', ratePctPerYear, residual = sen(0) } = input
  if (months === undefined) throw invalidInput(['months'], 'required')
  // Refuses a rate that is missing or not used.
  depreciation({
    cost: sen(Math.max(base, residual)),
    residual,
    months,
    acquiredOn: input.date,
    method,
    ratePctPerYear,
  })
  return { months, method, rate_pct: ratePctPerYear ?? null }
}

async function freeNumber(db: Reader, asked: string | undefined): Promise<string> {
  if (asked !== undefined) {
    if (!(await isTaken(db, asked))) return asked
    const issues = [{ path: ['number'], message: 'asset_number_taken' }]
    throw new Refusal('ALREADY_EXISTS', 'asset_number', { number: asked, issues })
  }
  const last = await db.selectFrom('asset').select('code').orderBy('code', 'desc').limit(1).executeTakeFirst()
  let number = last ? numberAfter(last.code) : 'AT-001'
  while (await isTaken(db, number)) number = numberAfter(number)
  return number
}

async function isTaken(db: Reader, number: string): Promise<boolean> {
  return (await db.selectFrom('asset').select('id').where('code', '=', number).executeTakeFirst()) !== undefined
}
