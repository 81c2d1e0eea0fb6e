import { Refusal } from '../../../../shared/errors.ts'
import type { EarlyWithdrawalRule, SavingsLock } from '../../../../shared/rules/savings-lock.ts'
import { inPieces, pieces } from '../../db/pieces.ts'
import { question } from '../../db/question.ts'
import type {
  Flag,
  MemberTable,
  Reader,
  SavingsAccountTable,
  SavingsKind,
  SavingsProductTable,
} from '../../db/tables.ts'
import type { Work } from '../../work.ts'

/** A savings account with what its product and its owner say about it. */
export interface SavingsAccount {
  readonly id: string
  readonly number: string
  readonly isOpen: boolean
  readonly account: string
  readonly memberId: string
  readonly joinedOn: string
  readonly isMemberActive: boolean
  readonly product: string
  readonly productName: string
  readonly kind: SavingsKind
  readonly unit: string
  readonly isProductActive: boolean
  readonly lock: SavingsLock
  readonly unlocksOn: string | null
  readonly earlyWithdrawal: EarlyWithdrawalRule
  readonly earlyPct: string | null
  readonly minimumDeposit: number
}

/** Refuses NOT_FOUND for an id that is no savings account. */
export async function getSavingsAccount(db: Reader, savingsAccountId: string): Promise<SavingsAccount> {
  const row = await accountWithOwner.first(db, savingsAccountId)
  if (!row) throw new Refusal('NOT_FOUND', 'savings_account', { savingsAccountId })
  const { code, isOpen, isMemberActive, isProductActive, ...rest } = row
  const isOn = (flag: Flag) => flag === 1
  return {
    ...rest,
    number: code,
    isOpen: isOn(isOpen),
    isMemberActive: isOn(isMemberActive),
    isProductActive: isOn(isProductActive),
  }
}

const accountWithOwner = question((db, savingsAccountId: string) =>
  db
    .selectFrom('savings_account as s')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .select(['s.id', 's.code', 's.active as isOpen', 's.account', 's.member_id as memberId', 's.product'])
    .select(['m.joined_on as joinedOn', 'm.active as isMemberActive'])
    .select(['p.kind', 'p.unit', 'p.name_id as productName', 'p.active as isProductActive'])
    .select(['p.lock_rule as lock', 'p.unlocks_on as unlocksOn', 'p.minimum_deposit as minimumDeposit'])
    .select(['p.early_withdrawal as earlyWithdrawal', 'p.early_pct as earlyPct'])
    .where('s.id', '=', savingsAccountId),
)

/** Refuses NOT_FOUND for an unknown product. */
export async function getProduct(db: Reader, product: string): Promise<SavingsProductTable> {
  const row = await db.selectFrom('savings_product').selectAll().where('id', '=', product).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'savings_product', { product })
  return row
}

/** An account to be opened: whose, and of which product. */
export interface WantedAccount {
  readonly member: Pick<MemberTable, 'id' | 'code'>
  readonly product: Pick<SavingsProductTable, 'id' | 'kind' | 'account' | 'name_id'>
}

/** Opens savings accounts in the order asked for; whoever asks knows that they do not exist yet. */
export async function openAccounts(
  work: Work,
  wanted: readonly WantedAccount[],
  date: string,
): Promise<SavingsAccountTable[]> {
  const numbers = await freeNumbers(work.tx, wanted)
  const rows = wanted.map(({ member, product }, index) => ({
    id: work.newId(),
    code: numbers[index] ?? '',
    name: product.name_id,
    active: 1 as const,
    member_id: member.id,
    product: product.id,
    account: product.account,
    opened_on: date,
    closed_on: null,
    request_id: work.requestId,
  }))
  for (const piece of pieces(rows, 100)) await work.tx.insertInto('savings_account').values(piece).execute()
  return rows
}

/** The letters in front of an account's number, as passbooks have them. */
const lettersOf: Readonly<Record<SavingsKind, string>> = {
  principal: 'SP',
  mandatory: 'SW',
  voluntary: 'SS',
  loan_linked: 'SK',
  holiday: 'SHR',
  education: 'SPD',
  returnee: 'SPM',
  term: 'SB',
}

/**
 * `SW-0007` is the simpanan wajib of member 0007. The number is given once and stays, also when the member's changes; a
 * second product of the same kind gets `SW-0007-2`.
 */
async function freeNumbers(db: Reader, wanted: readonly WantedAccount[]): Promise<string[]> {
  const plain = wanted.map(({ member, product }) => `${lettersOf[product.kind]}-${member.code}`)
  const taken = new Set(await takenAmong(db, plain))
  const given: string[] = []
  for (const number of plain) {
    let free = number
    for (let next = 2; taken.has(free); next += 1) {
      free = `${number}-${next}`
      if ((await takenAmong(db, [free])).length > 0) taken.add(free)
    }
    taken.add(free)
    given.push(free)
  }
  return given
}

async function takenAmong(db: Reader, numbers: readonly string[]): Promise<string[]> {
  const rows = await inPieces(numbers, (piece) =>
    db.selectFrom('savings_account').select('code').where('code', 'in', piece).execute(),
  )
  return rows.map((row) => row.code)
}
