import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import type { MemberStanding } from '../../../../shared/contract/member-standing.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { withheldTaxAccount } from '../../../../shared/rules/entries/savings-interest.ts'
import { unpaidOf } from '../../../../shared/rules/loan-payment.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { MemberTable, Reader } from '../../db/tables.ts'
import { memberCards } from '../../ledger/member-cards.ts'
import { savingsBalance } from '../../ledger/savings-balances.ts'
import type { Reading } from '../../work.ts'
import { listEntries } from '../journal.ts'
import { guaranteesOf } from '../loans/guarantees.ts'
import { readLoans, standingsOf } from '../loans/standing.ts'
import { duesByProduct, mandatoryStanding } from '../savings/standing.ts'

type Asked = Inputs['members']['standing']

/** Where a member stands today with her dues, loans and other cards; refuses NOT_FOUND. */
export async function memberStanding({ db, today }: Reading, { memberId }: Asked): Promise<MemberStanding> {
  const member = await db.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirst()
  if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  const dues = member.active ? await duesOf(db, member, today) : []
  const loans = await loansOf(db, memberId, today)
  const total = (amounts: readonly number[]) => sumSen(amounts)
  return {
    ...{ memberId, asOf: today, dues, loans, cards: await namedCards(db, memberId) },
    guarantees: await guaranteesOf(db, memberId),
    totals: {
      arrears: total(dues.map(({ arrears }) => arrears)),
      outstanding: total(loans.map(({ outstanding }) => outstanding)),
      due: total(loans.map(({ due }) => due)),
    },
  }
}

async function duesOf(db: Reader, member: MemberTable, today: string): Promise<MemberStanding['dues']> {
  const amounts = await duesByProduct(db)
  const products = await db
    .selectFrom('savings_product as p')
    .leftJoin('savings_account as s', (join) => join.onRef('s.product', '=', 'p.id').on('s.member_id', '=', member.id))
    .select(['p.id', 'p.name_id', 'p.account', 's.id as savingsAccountId'])
    .where('p.kind', '=', 'mandatory')
    .where('p.active', '=', 1)
    .orderBy('p.sort')
    .execute()
  const dues: MemberStanding['dues'] = []
  for (const { savingsAccountId, name_id: name, ...terms } of products) {
    const { id: product } = terms
    const own = amounts.get(product) ?? []
    if (own.length === 0) continue
    const balance = savingsAccountId === null ? 0 : await savingsBalance(db, savingsAccountId)
    const held = { savingsAccountId: savingsAccountId ?? '', isOpen: true, balance }
    const standing = await mandatoryStanding(db, terms, own, new Map([[member.id, held]]))
    const { arrears, monthsBehind, paidUntil } = standing(member, today)
    dues.push({ product, name, arrears, monthsBehind, paidUntil })
  }
  return dues
}

async function loansOf(db: Reader, memberId: string, today: string): Promise<MemberStanding['loans']> {
  const records = await readLoans(db, { memberId })
  const running = records.filter(({ loan }) => loan.state === 'disbursed')
  const standings = await standingsOf(db, running)
  return records.map(({ loan }) => {
    const { loanId, number, product, productName, state, principal, outstanding } = loan
    const standing = standings.get(loanId)
    const unpaid = (standing ? unpaidOf(standing) : []).map(({ dueOn, principal: own, interest }) => ({
      ...{ dueOn, amount: own + interest },
    }))
    const due = unpaid.filter(({ dueOn }) => dueOn <= today)
    const next = unpaid.find(({ dueOn }) => dueOn > today)
    return {
      ...{ loanId, number, product, productName, state, principal, outstanding },
      due: sumSen(due.map(({ amount }) => amount)),
      dueSince: due[0]?.dueOn ?? null,
      nextDueOn: next?.dueOn ?? null,
      nextDue: next?.amount ?? 0,
    }
  })
}

async function namedCards(db: Reader, memberId: string): Promise<MemberStanding['cards']> {
  const cards = Map.groupBy(await memberCards(db, memberId), ({ account }) => account)
  if (cards.size === 0) return []
  const names = await db
    .selectFrom('account')
    .select(['code', 'name_id'])
    .where('code', 'in', [...cards.keys()])
    .execute()
  const nameOf = new Map(names.map(({ code, name_id }) => [code, name_id]))
  return [...cards]
    .map(([account, own]) => {
      const balance = sumSen(own.map((card) => card.balance))
      return { account, name: nameOf.get(account) ?? account, balance }
    })
    .filter(({ balance }) => balance !== 0)
}

/** The vouchers that name a member, the newest first, with her own part: a meeting's voucher holds everybody's. */
export async function memberEntries(
  reading: Reading,
  input: Inputs['members']['entries'],
): Promise<Answers['members']['entries']> {
  const { rows, nextCursor } = await listEntries(reading, { ...input, order: 'newest' })
  const own = await ownParts(
    reading.db,
    input.memberId,
    rows.map(({ seq }) => seq),
  )
  return {
    rows: rows.map(({ entryId, seq, voucher, date, description, reverses, reversedBy }) => {
      const part = own.get(seq) ?? 0
      return {
        ...{ entryId, voucher, date, description, reverses, reversedBy },
        ...{ paid: Math.max(0, part), received: Math.max(0, 0 - part) },
      }
    }),
    nextCursor,
  }
}

/**
 * What a member paid (or, below nothing, received) with each entry. Of a voucher that names her alone it is the money
 * that changed hands; of a meeting or a month's interest what came onto her cards, without what is nobody's money.
 */
async function ownParts(db: Reader, memberId: string, seqs: readonly number[]): Promise<Map<number, number>> {
  if (seqs.length === 0) return new Map()
  const lines = await db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .leftJoin('loan_agreement as g', 'g.loan_id', 'l.loan_id')
    .select(['l.seq', 'l.account', 'l.debit', 'l.credit', 'a.cash_flow', 'a.type'])
    .select((eb) => eb.fn.coalesce('l.member_id', 'g.member_id').as('owner'))
    .where('l.seq', 'in', seqs)
    .execute()
  return new Map([...Map.groupBy(lines, ({ seq }) => seq)].map(([seq, own]) => [seq, ownPart(own, memberId)]))
}

interface OwnedLine {
  readonly account: string
  readonly debit: number
  readonly credit: number
  readonly cash_flow: string
  readonly type: string
  readonly owner: string | null
}

function ownPart(lines: readonly OwnedLine[], memberId: string): number {
  const cash = lines.filter(({ cash_flow }) => cash_flow === 'cash')
  const isHersAlone = lines.every(({ owner }) => owner === null || owner === memberId)
  if (isHersAlone && cash.length > 0) return sumSen(cash.map(({ debit, credit }) => debit - credit))
  const isMoney = ({ account, type }: OwnedLine) => type !== 'expense' && account !== withheldTaxAccount
  const own = lines.filter((line) => line.owner === memberId && isMoney(line))
  return sumSen(own.map(({ debit, credit }) => credit - debit))
}
