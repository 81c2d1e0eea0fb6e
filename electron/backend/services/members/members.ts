import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import type { MemberAnswer, MemberInput } from '../../../../shared/contract/members.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { memberNumberKey } from '../../../../shared/rules/member-number.ts'
import { type MemberWarning, personWarnings } from '../../../../shared/rules/member-warnings.ts'
import { maskedNationalId } from '../../../../shared/rules/national-id-text.ts'
import { numberAfter } from '../../../../shared/rules/number-after.ts'
import { searchText } from '../../../../shared/rules/search-text.ts'
import type { MemberTable, Reader } from '../../db/tables.ts'
import { unmadeSavings } from '../../ledger/unmade-savings.ts'
import type { Reading, Work } from '../../work.ts'
import { requireSharersStay } from '../closing/decisions.ts'
import { memberColumns, newMember, requireDatesInReach } from './row.ts'

type Inputs = AllInputs['members']
type Written = Answers['members']['update']

/** Enters a member; refuses ALREADY_EXISTS for a number that is or was anybody's, INVALID_INPUT for dates out of reach. */
export async function createMember(work: Work, input: Inputs['create']): Promise<Written & { number: string }> {
  const { requestId: _, ...particulars } = input
  await requireDatesInReach(work.tx, work.today, particulars)
  const member = newMember(particulars, work.newId(), work.requestId)
  await requireFreeNumber(work.tx, member)
  await work.tx.insertInto('member').values(member).execute()
  return { memberId: member.id, number: member.code, warnings: await warningsOf(work, member) }
}

/**
 * Changes what is given; null empties a field. A number that is given up stays this member's. The hidden form of the
 * identity number, as `members.get` answers it, leaves the number as it is.
 */
export async function updateMember(work: Work, input: Inputs['update']): Promise<Written> {
  const { requestId: _, memberId, ...given } = input
  const before = await getMemberRow(work.tx, memberId)
  if (before.national_id !== null && given.nationalId === maskedNationalId(before.national_id)) delete given.nationalId
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const after: MemberInput = { ...particularsOf(before), ...changes }
  await requireDatesInReach(work.tx, work.today, after)
  await requireSharersStay(work.tx, before.joined_on, after.joinedOn)
  const columns = memberColumns(after)
  await requireFreeNumber(work.tx, { id: memberId, ...columns })
  if (columns.sort !== before.sort) await keepFormerNumber(work, before)
  await work.tx.updateTable('member').set(columns).where('id', '=', memberId).execute()
  return { memberId, warnings: await warningsOf(work, { ...before, ...columns }) }
}

/** One member with what she has saved; refuses NOT_FOUND. */
export async function getMember({ db }: Reading, input: Inputs['get']): Promise<MemberAnswer> {
  const row = await getMemberRow(db, input.memberId)
  const savings = await savingsOf(db, row.id)
  const { nationalId, ...particulars } = particularsOf(row)
  return {
    memberId: row.id,
    ...particulars,
    nationalId: nationalId === null || input.revealNationalId ? nationalId : maskedNationalId(nationalId),
    leftOn: row.left_on,
    active: row.active === 1,
    savings,
    totals: { savings: savings.reduce((sum, { balance }) => sum + balance, 0) },
  }
}

/** The number that continues the pattern of the last one in the list. */
export async function nextNumber({ db }: Reading): Promise<{ number: string }> {
  const last = await db.selectFrom('member').select('code').orderBy('sort', 'desc').limit(1).executeTakeFirst()
  let number = last ? numberAfter(last.code) : '001'
  while (await ownerOf(db, memberNumberKey(number))) number = numberAfter(number)
  return { number }
}

/** A member's row; refuses NOT_FOUND. */
export async function getMemberRow(db: Reader, memberId: string): Promise<MemberTable> {
  const row = await db.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'member', { memberId })
  return row
}

/** Whose number this is or once was. */
async function ownerOf(db: Reader, sort: string): Promise<{ id: string; name: string } | undefined> {
  const current = await db.selectFrom('member').select(['id', 'name']).where('sort', '=', sort).executeTakeFirst()
  if (current) return current
  return db
    .selectFrom('member_former_number as f')
    .innerJoin('member as m', 'm.id', 'f.member_id')
    .select(['m.id', 'm.name'])
    .where('f.sort', '=', sort)
    .executeTakeFirst()
}

async function requireFreeNumber(db: Reader, { id, code, sort }: Pick<MemberTable, 'id' | 'code' | 'sort'>) {
  const owner = await ownerOf(db, sort)
  if (!owner || owner.id === id) return
  throw new Refusal('ALREADY_EXISTS', 'member_number', {
    number: code,
    memberId: owner.id,
    name: owner.name,
    issues: [{ path: ['number'], message: 'member_number_taken' }],
  })
}

async function keepFormerNumber({ tx }: Work, { id, sort, code }: MemberTable): Promise<void> {
  const kept = await tx.selectFrom('member_former_number').select('sort').where('sort', '=', sort).executeTakeFirst()
  if (!kept) await tx.insertInto('member_former_number').values({ sort, code, member_id: id }).execute()
}

async function warningsOf({ tx, today }: Work, member: MemberTable): Promise<MemberWarning[]> {
  const { nationalId, birthDate, sex, joinedOn } = particularsOf(member)
  const warnings = personWarnings({ nationalId, birthDate, sex, joinedOn }, today)
  const others = await tx
    .selectFrom('member')
    .select(['name', 'birth_date', 'national_id'])
    .where('id', '<>', member.id)
    .where((eb) => eb.or([eb('birth_date', '=', birthDate), eb('national_id', '=', nationalId)]))
    .execute()
  if (others.some((other) => other.national_id !== null && other.national_id === nationalId))
    warnings.push('same_national_id')
  const name = searchText(member.name)
  if (others.some((other) => other.birth_date === birthDate && birthDate !== null && searchText(other.name) === name))
    warnings.push('same_name_and_birth_date')
  return warnings
}

/** A stored member as its form. */
function particularsOf(row: MemberTable) {
  return {
    number: row.code,
    name: row.name,
    sex: row.sex,
    joinedOn: row.joined_on,
    nationalId: row.national_id,
    birthDate: row.birth_date,
    phone: row.phone,
    address: row.address,
    hamlet: row.hamlet,
    rt: row.rt,
    rw: row.rw,
    village: row.village,
    district: row.district,
    occupation: row.occupation,
    returnee: row.returnee === null ? null : (JSON.parse(row.returnee) as NonNullable<MemberInput['returnee']>),
    disability: row.disability === null ? null : (JSON.parse(row.disability) as NonNullable<MemberInput['disability']>),
    bpjs: row.bpjs as 'active' | 'inactive' | 'none' | null,
    consentOn: row.consent_on,
    note: row.note,
  } satisfies MemberInput
}

async function savingsOf(db: Reader, memberId: string): Promise<MemberAnswer['savings']> {
  const rows = await db
    .selectFrom('savings_account as s')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .leftJoin('balance_subledger as b', (join) =>
      join.onRef('b.reference', '=', 's.id').on('b.subledger', '=', 'savings'),
    )
    .select(['s.id', 's.code', 's.product', 'p.name_id', 'p.kind', 's.active'])
    .select((eb) => [
      eb.fn.sum<number | null>('b.credit').as('credit'),
      eb.fn.sum<number | null>('b.debit').as('debit'),
    ])
    .where('s.member_id', '=', memberId)
    .where('s.id', 'not in', unmadeSavings(db))
    .groupBy(['s.id', 's.code', 's.product', 'p.name_id', 'p.kind', 's.active', 'p.sort'])
    .orderBy('p.sort')
    .orderBy('s.code')
    .execute()
  return rows.map((row) => ({
    savingsAccountId: row.id,
    number: row.code,
    product: row.product,
    name: row.name_id,
    kind: row.kind,
    balance: (row.credit ?? 0) - (row.debit ?? 0),
    active: row.active === 1,
  }))
}
