import type { Language } from '../../../../shared/calendar.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { accruedInterestAccount, heldAccount, penaltyAccount } from '../../../../shared/rules/entries/loan-line.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { type CollectedFacts, type PayingMember, paidBy } from '../../../../shared/statements/collected.ts'
import type { JournalEntryTable, Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'
import { balancesAfter } from '../balances-after.ts'
import { loanProductNames } from '../loan-product-names.ts'
import { officerNames } from '../officer-names.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/**
 * Who paid what with one voucher, in the order of the members' numbers. Refuses NOT_FOUND, and INVALID_INPUT
 * `no_member_paid` for a voucher that is about no member, or not about the one asked for.
 */
export async function collectedFacts(
  { db }: Reading,
  { entryId, memberId }: { readonly entryId: string; readonly memberId?: string | undefined },
  language: Language,
): Promise<CollectedFacts> {
  const entry = await db.selectFrom('journal_entry').selectAll().where('id', '=', entryId).executeTakeFirst()
  if (!entry) throw new Refusal('NOT_FOUND', 'entry', { entryId })
  const lines = (await memberLines(db, entry.seq)).filter(
    (line) => memberId === undefined || line.memberId === memberId,
  )
  const products = await savingsProductNames(db, language)
  const naming: Naming = {
    savings: new Map(products.map(({ product, name }) => [product, name])),
    loans: await loanProductNames(db, language),
    after: await balancesAfter(db, entry),
  }
  const { name: cooperative } = await db.selectFrom('cooperative').select('name').executeTakeFirstOrThrow()
  const members = [...Map.groupBy(lines, (line) => line.memberId).values()].map((own) => payingMember(own, naming))
  const paying = members.filter((member) => paidBy(member) > 0)
  if (paying.length === 0)
    throw invalidInput(['params', memberId === undefined ? 'entryId' : 'memberId'], 'no_member_paid')
  const used = new Set(paying.flatMap(({ savings }) => savings.map(({ product }) => product)))
  return {
    ...{ language, entryId, voucher: voucherName(entry), date: entry.date, cooperative },
    treasurer: (await officerNames(db))('treasurer'),
    products: products.filter(({ product }) => used.has(product)),
    members: paying,
    isReversed: await isReversed(db, entry),
  }
}

interface Naming {
  readonly savings: ReadonlyMap<string, string>
  readonly loans: ReadonlyMap<string, string>
  readonly after: Awaited<ReturnType<typeof balancesAfter>>
}

/** A voucher's lines on members' savings and loans, with whose they are. */
async function memberLines(db: Reader, seq: number) {
  return db
    .selectFrom('journal_line as l')
    .leftJoin('savings_account as s', 's.id', 'l.savings_account_id')
    .leftJoin('loan_agreement as g', 'g.loan_id', 'l.loan_id')
    .leftJoin('loan as o', 'o.id', 'l.loan_id')
    .innerJoin('member as m', (join) =>
      join.on((eb) => eb('m.id', '=', eb.fn.coalesce('l.member_id', 's.member_id', 'g.member_id'))),
    )
    .select(['m.id as memberId', 'm.code as number', 'm.name', 'l.account', 'l.debit', 'l.credit'])
    .select(['s.id as savingsAccountId', 's.code as cardNumber', 's.product'])
    .select(['l.loan_id as loanId', 'o.code as loanNumber', 'g.product as loanProduct'])
    .select(['g.account as principalAccount', 'g.interest_account as interestAccount'])
    .where('l.seq', '=', seq)
    .orderBy('m.sort')
    .orderBy('l.line_no')
    .execute()
}

type MemberLine = Awaited<ReturnType<typeof memberLines>>[number]

function payingMember(lines: readonly MemberLine[], { savings, loans, after }: Naming): PayingMember {
  const [{ memberId, number, name }] = lines as [MemberLine]
  const net = (own: readonly MemberLine[]) => sumSen(own.map(({ credit, debit }) => credit - debit))
  const onSavings = Map.groupBy(
    lines.filter((line) => line.savingsAccountId !== null),
    (line) => line.savingsAccountId ?? '',
  )
  const onLoans = Map.groupBy(
    lines.filter((line) => line.savingsAccountId === null && line.loanId !== null),
    (line) => line.loanId ?? '',
  )
  return {
    ...{ memberId, number, name },
    savings: [...onSavings].map(([savingsAccountId, own]) => {
      const { product, cardNumber } = own[0] as MemberLine
      return {
        ...{ product: product ?? '', cardNumber: cardNumber ?? '', amount: net(own) },
        ...{ productName: savings.get(product ?? '') ?? '', balance: after.savings.get(savingsAccountId) ?? 0 },
      }
    }),
    loans: [...onLoans].map(([loanId, own]) => {
      const { loanNumber, loanProduct, principalAccount, interestAccount } = own[0] as MemberLine
      const on = (...accounts: (string | null)[]) => net(own.filter(({ account }) => accounts.includes(account)))
      return {
        ...{ number: loanNumber ?? '', productName: loans.get(loanProduct ?? '') ?? '' },
        ...{ principal: on(principalAccount), interest: on(interestAccount, accruedInterestAccount) },
        ...{ penalty: on(penaltyAccount), outstanding: after.loans.get(loanId) ?? 0 },
      }
    }),
    held: net(lines.filter(({ account }) => account === heldAccount)),
  }
}

async function isReversed(db: Reader, { id }: JournalEntryTable): Promise<boolean> {
  const reversal = await db.selectFrom('journal_entry').select('id').where('reverses_id', '=', id).executeTakeFirst()
  return reversal !== undefined
}
