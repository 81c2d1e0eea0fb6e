import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { type SurplusPayment, surplusPayment } from '../../../../shared/rules/entries/surplus-distribution.ts'
import { clearedCards } from '../../../../shared/rules/member-settlement.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { post } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { getProduct, getSavingsAccount, openAccounts } from '../savings/accounts.ts'
import { requireNoTerm } from '../savings/terms.ts'
import { paidOf, type SurplusDecided, sharesOf, standingDecision } from './decisions.ts'
import { dividedYear } from './surplus.ts'
import { countedBusiness, totalsOf } from './surplus-basis.ts'

type Inputs = AllInputs['closing']
type Share = SurplusPayment['paid'][number]

/**
 * Pays members their shares of a decided year: all that is not paid yet, or some members', in cash or on savings of
 * theirs (accounting.md section 6.4). Refuses NOT_ALLOWED while nothing is decided, ALREADY_DONE when all of it is paid,
 * INVALID_INPUT for a day before the decision, a member without a share
 * and both or neither way of paying, and NOT_ALLOWED `only_leavers` where nobody is left who has savings.
 */
export async function payShu(work: Work, input: Inputs['payShu']): Promise<Answers['closing']['payShu']> {
  const { year, date, cashAccount, product, memberIds } = input
  const { tx } = work
  if ((cashAccount === undefined) === (product === undefined)) {
    throw invalidInput(['cashAccount'], cashAccount === undefined ? 'required' : 'not_together')
  }
  if (cashAccount !== undefined) await requireCashAccount(tx, cashAccount, 'cashAccount')
  const decided = await standingDecision(tx, year)
  if (!decided) throw new Refusal('NOT_ALLOWED', 'surplus_undecided', { year })
  if (date < decided.date) throw invalidInput(['date'], 'paid_before_decision', { date: decided.date })
  const unpaid = await unpaidOf(tx, year, decided)
  const unknown = (memberIds ?? []).findIndex((id) => !unpaid.has(id))
  if (unknown >= 0) throw invalidInput(['memberIds', unknown], 'no_share_left')
  const due = [...unpaid].filter(([id, amount]) => amount > 0 && (memberIds === undefined || memberIds.includes(id)))
  if (due.length === 0) throw new Refusal('ALREADY_DONE', 'surplus_paid', { year })
  const shares = due.map(([memberId, amount]) => ({ memberId, amount }))
  const paid = product === undefined ? shares : await onSavings(work, shares, { product, date })
  if (paid.length === 0) throw new Refusal('NOT_ALLOWED', 'only_leavers', { year })
  const entryId = work.newId()
  await tx.insertInto('surplus_payment').values({ entry_id: entryId, year }).execute()
  const posted = await post(work, surplusPayment({ date, year, cashAccount, paid }), { entryId })
  return {
    ...posted,
    paid: paid.map(({ memberId, amount }) => ({ memberId, amount })),
    total: sumSen(paid.map(({ amount }) => amount)),
  }
}

/**
 * What each member has not been paid yet, sen: her share less payments, and never more than is still owed to her (a
 * leaver's share was settled with her leaving).
 */
async function unpaidOf(db: Reader, year: number, decided: SurplusDecided): Promise<Map<string, number>> {
  const shares = await paidShares(db, year, decided)
  return new Map([...shares].map(([id, { left }]) => [id, left]))
}

/** What a decision gave each member, or one of them, with what was paid of it and what is left, sen. */
export async function paidShares(
  db: Reader,
  year: number,
  decided: Pick<SurplusDecided, 'entryId'>,
  memberId?: string,
): Promise<Map<string, PaidShare>> {
  const [shares, paid] = [await sharesOf(db, decided, memberId), await paidOf(db, year, memberId)]
  const owed = await db
    .selectFrom('balance_subledger')
    .select((eb) => ['reference', eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('owed')])
    .where('subledger', '=', 'member')
    .where('account', '=', clearedCards.shu)
    .$if(memberId !== undefined, (query) => query.where('reference', '=', memberId ?? ''))
    .groupBy('reference')
    .execute()
  const owedTo = new Map(owed.map((row) => [row.reference, row.owed]))
  return new Map(
    [...shares].map(([id, share]) => {
      const own = paid.get(id) ?? 0
      return [id, { share, paid: own, left: Math.max(0, Math.min(share - own, owedTo.get(id) ?? 0)) }]
    }),
  )
}

interface PaidShare {
  readonly share: number
  readonly paid: number
  readonly left: number
}

/** Each member's own account of a product, opened where she has none; who has left is paid in cash. */
async function onSavings(
  work: Work,
  shares: readonly Share[],
  { product: productId, date }: { readonly product: string; readonly date: string },
): Promise<Share[]> {
  const { tx } = work
  const product = await getProduct(tx, productId)
  if (!product.active) throw new Refusal('NOT_ALLOWED', 'product_inactive', { product: product.name_id })
  requireNoTerm({ kind: product.kind, productName: product.name_id })
  const paid: Share[] = []
  for (const share of shares) {
    const member = await tx.selectFrom('member').selectAll().where('id', '=', share.memberId).executeTakeFirstOrThrow()
    if (!member.active) continue
    const existing = await tx
      .selectFrom('savings_account')
      .select('id')
      .where('member_id', '=', member.id)
      .where('product', '=', productId)
      .executeTakeFirst()
    const id = existing?.id ?? (await openAccounts(work, [{ member, product }], date))[0]?.id ?? ''
    const savings = await getSavingsAccount(tx, id)
    paid.push({ ...share, savings: { ...savings, savingsAccountId: savings.id } })
  }
  return paid
}

/**
 * How one member's share came about, with every figure it is reckoned from; of a decided year by the rule and with the
 * amounts that were decided. Refuses NOT_FOUND for a member who has no part in that year.
 */
export async function memberShu(
  reading: Reading,
  { year, memberId }: Inputs['memberShu'],
): Promise<Answers['closing']['memberShu']> {
  const { db } = reading
  const { decided, answer, sharers } = await dividedYear(reading, year)
  const own = answer.members.find((one) => one.memberId === memberId)
  if (!own) throw new Refusal('NOT_FOUND', 'member_without_share', { memberId, year })
  const { bylaw, components, surplus } = answer
  const members = bylaw.shares.filter(({ to }) => to === 'by_savings' || to === 'by_services')
  const services = members.filter(({ to }) => to === 'by_services').map(({ key }) => key)
  return {
    year,
    ...own,
    ...(decided && { total: (await sharesOf(db, decided)).get(memberId) ?? 0 }),
    surplus,
    isDecided: decided !== undefined,
    paid: (await paidOf(db, year)).get(memberId) ?? 0,
    pools: members.map(({ key, pct, to }) => ({
      ...{ key, pct, to: to === 'by_savings' ? ('by_savings' as const) : ('by_services' as const) },
      amount: components.find((one) => one.key === key)?.amount ?? 0,
    })),
    roundTo: sen(bylaw.roundTo),
    business: countedBusiness(bylaw, sharers.find(({ id }) => id === memberId)?.business),
    ofAll: totalsOf(sharers, services),
  }
}
