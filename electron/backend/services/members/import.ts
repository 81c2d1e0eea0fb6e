import type { Answers } from '../../../../shared/contract/index.ts'
import type { MemberInput } from '../../../../shared/contract/members.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { importedMember, type RowProblem } from '../../../../shared/rules/imported-member.ts'
import { type MemberColumn, requiredColumns } from '../../../../shared/rules/member-columns.ts'
import { memberNumberKey } from '../../../../shared/rules/member-number.ts'
import { searchText } from '../../../../shared/rules/search-text.ts'
import type { MemberTable, Reader, Tx } from '../../db/tables.ts'
import type { Reading, Work } from '../../work.ts'
import type { MemberFile, MemberRow } from './file.ts'
import { type DateReach, dateProblems, dateReach, newMember } from './row.ts'

type Answer = Answers['members']['import']

/** What an import would do, without doing it. */
export async function lookAtImport({ db, today }: Reading, file: MemberFile): Promise<Answer> {
  const { accepted, refused } = await sift(db, today, file)
  const preview = accepted.slice(0, previewMax).map(({ number, name, sex, hamlet, joinedOn }) => {
    return { number, name, sex, hamlet: hamlet ?? null, joinedOn }
  })
  return { imported: accepted.length, memberIds: [], refused, columns: columnsOf(file), preview }
}

/** So many rows tell whether the columns were understood. */
const previewMax = 200

/**
 * Enters every sound row of a list. The names of refused rows are left out of what is remembered under the request:
 * that record stays for ever, people may ask to be forgotten.
 */
export async function importMembers(work: Work, file: MemberFile): Promise<Answer> {
  const { accepted, refused } = await sift(work.tx, work.today, file)
  const members = accepted.map((input) => newMember(input, work.newId(), work.requestId))
  await insertMembers(work.tx, members)
  return {
    imported: members.length,
    memberIds: members.map(({ id }) => id),
    refused: refused.map((row) => ({ ...row, name: null })),
    columns: columnsOf(file),
  }
}

/** The answer with the names of refused rows, from the file itself. */
export function withNames(answer: Answer, file: MemberFile): Answer {
  const nameAt = new Map(file.rows.map((row) => [row.line, nameIn(row)]))
  return { ...answer, refused: answer.refused.map((row) => ({ ...row, name: nameAt.get(row.line) ?? null })) }
}

/**
 * Takes back out the members that a request entered, all or none; answers how many. Refuses NOT_ALLOWED
 * `member_in_use`, naming the numbers, as soon as a savings account or an entry names one of them or one has left.
 */
export async function undoMemberImport({ tx }: Work, requestId: string): Promise<number> {
  const entered = tx.selectFrom('member').select('id').where('request_id', '=', requestId)
  const used = await tx
    .selectFrom('member as m')
    .select(['m.id', 'm.code'])
    .where('m.request_id', '=', requestId)
    .where((eb) =>
      eb.or([
        eb('m.active', '=', 0),
        eb('m.left_on', 'is not', null),
        eb.exists(eb.selectFrom('savings_account as s').select('s.id').whereRef('s.member_id', '=', 'm.id')),
        eb.exists(eb.selectFrom('journal_line as l').select('l.seq').whereRef('l.member_id', '=', 'm.id')),
        eb.exists(eb.selectFrom('member_exit as x').select('x.id').whereRef('x.member_id', '=', 'm.id')),
      ]),
    )
    .orderBy('m.sort')
    .execute()
  const [first] = used
  if (first) {
    const numbers = used.slice(0, namedMax).map(({ code }) => code)
    const data = { memberId: first.id, number: first.code, numbers, count: used.length }
    throw new Refusal('NOT_ALLOWED', 'member_in_use', data)
  }
  await tx.deleteFrom('member_former_number').where('member_id', 'in', entered).execute()
  const gone = await tx.deleteFrom('member').where('request_id', '=', requestId).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** How many members a refusal names; the rest are counted. */
const namedMax = 20

/** So many rows go in at once that a statement's places suffice. */
const rowsAtOnce = 200

async function insertMembers(tx: Tx, members: readonly MemberTable[]): Promise<void> {
  for (let from = 0; from < members.length; from += rowsAtOnce) {
    await tx
      .insertInto('member')
      .values(members.slice(from, from + rowsAtOnce))
      .execute()
  }
}

interface Sifted {
  readonly accepted: MemberInput[]
  readonly refused: Answer['refused']
}

async function sift(db: Reader, today: string, file: MemberFile): Promise<Sifted> {
  const reach = await dateReach(db, today)
  const known = await knownMembers(db)
  const heading = headingsOf(file)
  const accepted: MemberInput[] = []
  const refused: Answer['refused'] = []
  for (const row of file.rows) {
    const judged = judge(row, reach, known)
    if ('member' in judged) {
      accepted.push(judged.member)
      known.add(judged.member, row.line)
      continue
    }
    const reasons = judged.problems.map(({ column, reason, data = {} }) => ({ column: heading(column), reason, data }))
    refused.push({ line: row.line, name: nameIn(row), reasons })
  }
  return { accepted, refused }
}

type Judged = { readonly member: MemberInput } | { readonly problems: readonly RowProblem[] }

function judge(row: MemberRow, reach: DateReach, known: KnownMembers): Judged {
  if (row.merged) return { problems: [{ column: row.merged, reason: 'merged_cells' }] }
  const { member, problems } = importedMember(row.cells, reach.latest)
  if (!member) return { problems }
  const found = [
    ...dateProblems(member, reach).map(({ path, ...problem }) => ({ ...problem, column: columnOf(path) })),
    ...known.doublesOf(member),
  ]
  return found.length === 0 ? { member } : { problems: found }
}

function columnOf(path: readonly string[]): MemberColumn {
  return (path.at(-1) ?? 'joinedOn') as MemberColumn
}

/** Who is in the book already or further up in the file: by number, by identity number, by name and day of birth. */
class KnownMembers {
  /** Line of the file, or null where the book has it. */
  readonly #seen = new Map<string, number | null>()

  note(key: string | undefined, line: number | null): void {
    if (key !== undefined && !this.#seen.has(key)) this.#seen.set(key, line)
  }

  add(member: MemberInput, line: number): void {
    for (const { key } of keysOf(member)) this.note(key, line)
  }

  doublesOf(member: MemberInput): RowProblem[] {
    return keysOf(member).flatMap(({ key, column, what }) => {
      const line = key === undefined ? undefined : this.#seen.get(key)
      if (line === undefined) return []
      return [
        line === null ? { column, reason: `${what}_taken` } : { column, reason: `${what}_doubled`, data: { line } },
      ]
    })
  }
}

function keysOf(member: MemberInput) {
  return [
    { column: 'number', what: 'member_number', key: numberKey(memberNumberKey(member.number)) },
    { column: 'nationalId', what: 'national_id', key: nationalIdKey(member.nationalId) },
    { column: 'name', what: 'person', key: personKey(member.name, member.birthDate) },
  ] as const
}

const numberKey = (sort: string) => `number ${sort}`

/** Only a full number tells people apart; lists fill what they do not know with zeros. */
function nationalIdKey(nationalId: string | null | undefined): string | undefined {
  return nationalId && /^(\d)(?!\1+$)\d{15}$/.test(nationalId) ? `national id ${nationalId}` : undefined
}

function personKey(name: string, birthDate: string | null | undefined): string | undefined {
  return birthDate ? `person ${birthDate} ${searchText(name)}` : undefined
}

async function knownMembers(db: Reader): Promise<KnownMembers> {
  const known = new KnownMembers()
  const members = await db.selectFrom('member').select(['sort', 'name', 'national_id', 'birth_date']).execute()
  for (const { sort, name, national_id, birth_date } of members) {
    for (const key of [numberKey(sort), nationalIdKey(national_id), personKey(name, birth_date)]) known.note(key, null)
  }
  const former = await db.selectFrom('member_former_number').select('sort').execute()
  for (const { sort } of former) known.note(numberKey(sort), null)
  return known
}

function headingsOf({ headings }: MemberFile): (column: MemberColumn | null) => string | null {
  const labels: Partial<Record<MemberColumn, string>> = requiredColumns
  const found = new Map(headings.map(({ heading, column }) => [column, heading]))
  return (column) => (column === null ? null : (found.get(column) ?? labels[column] ?? column))
}

function columnsOf({ headings }: MemberFile): Answer['columns'] {
  return headings.map(({ heading, column }) => ({ heading, field: column }))
}

/** Longer names are refused; what is shown of them need not be. */
const shownNameMax = 120

function nameIn({ cells }: MemberRow): string | null {
  return cells.get('name')?.text.trim().slice(0, shownNameMax) ?? null
}
