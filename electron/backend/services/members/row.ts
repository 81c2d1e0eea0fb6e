import { addDays } from '../../../../shared/calendar.ts'
import type { MemberInput } from '../../../../shared/contract/members.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { memberNumberKey } from '../../../../shared/rules/member-number.ts'
import { plainNationalId } from '../../../../shared/rules/national-id-text.ts'
import { searchText } from '../../../../shared/rules/search-text.ts'
import type { MemberTable, Reader } from '../../db/tables.ts'
import { daysAheadMax, newestDate } from '../../ledger/post.ts'

/** What a member's form fills in, as columns; what was left open is null, what was emptied too. */
export function memberColumns(input: MemberInput) {
  return {
    code: input.number,
    name: input.name,
    sort: memberNumberKey(input.number),
    search: searchText(input.name, input.number, input.hamlet),
    sex: input.sex,
    joined_on: input.joinedOn,
    birth_date: input.birthDate ?? null,
    national_id: input.nationalId ? plainNationalId(input.nationalId) : null,
    phone: input.phone || null,
    address: input.address || null,
    hamlet: input.hamlet || null,
    rt: input.rt || null,
    rw: input.rw || null,
    village: input.village || null,
    district: input.district || null,
    occupation: input.occupation || null,
    returnee: input.returnee ? JSON.stringify(input.returnee) : null,
    disability: input.disability ? JSON.stringify(input.disability) : null,
    bpjs: input.bpjs ?? null,
    consent_on: input.consentOn ?? null,
    note: input.note || null,
  } satisfies Partial<MemberTable>
}

/** A new member as a row; the request that entered it is kept, so that it can be undone. */
export function newMember(input: MemberInput, id: string, requestId: string | null): MemberTable {
  return { id, active: 1, left_on: null, request_id: requestId, ...memberColumns(input) }
}

/** The first and the last day a member's dates may name. */
export interface DateReach {
  readonly foundedOn: string | null
  readonly latest: string
}

/** Dates reach from the founding to 400 days after the later of today and the newest entry: the clock may be wrong. */
export async function dateReach(db: Reader, today: string): Promise<DateReach> {
  const cooperative = await db.selectFrom('cooperative').select('founded_on').executeTakeFirst()
  const newest = await newestDate(db)
  return { foundedOn: cooperative?.founded_on ?? null, latest: addDays(newest > today ? newest : today, daysAheadMax) }
}

export interface DateProblem {
  readonly path: readonly string[]
  readonly reason: string
  readonly data: Readonly<Record<string, unknown>>
}

type Dated = Pick<MemberInput, 'joinedOn' | 'birthDate' | 'consentOn' | 'returnee'>

/** What is wrong with a member's dates, field by field. */
export function dateProblems(member: Dated, { foundedOn, latest }: DateReach): DateProblem[] {
  const { joinedOn, birthDate, consentOn, returnee } = member
  const problems: DateProblem[] = []
  const dates: [readonly string[], string | null | undefined][] = [
    [['joinedOn'], joinedOn],
    [['birthDate'], birthDate],
    [['consentOn'], consentOn],
    [['returnee', 'returnedOn'], returnee?.returnedOn],
  ]
  for (const [path, date] of dates) {
    if (date && date > latest) problems.push({ path, reason: 'date_too_far_ahead', data: { date } })
  }
  if (foundedOn && joinedOn < foundedOn)
    problems.push({ path: ['joinedOn'], reason: 'date_before_founding', data: { date: joinedOn, foundedOn } })
  if (birthDate && birthDate >= joinedOn && birthDate <= latest)
    problems.push({ path: ['birthDate'], reason: 'birth_after_joining', data: { date: birthDate, joinedOn } })
  return problems
}

/** Refuses INVALID_INPUT at the first date that is out of reach. */
export async function requireDatesInReach(db: Reader, today: string, member: Dated): Promise<void> {
  const [problem] = dateProblems(member, await dateReach(db, today))
  if (problem) throw invalidInput(problem.path, problem.reason, problem.data)
}
