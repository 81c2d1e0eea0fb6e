import type { Language } from '../../../../shared/calendar.ts'
import { firstDayOfYear, lastDayOfYear } from '../../../../shared/calendar.ts'
import { isMemberOn } from '../../../../shared/rules/membership.ts'
import type {
  BySex,
  CountedCash,
  ListedMember,
  MemberFigures,
} from '../../../../shared/statements/meeting-book/facts.ts'
import type { MemberTable, Reader } from '../../db/tables.ts'
import { accountNames } from '../account-names.ts'

type Person = Pick<MemberTable, 'id' | 'sex' | 'joined_on' | 'left_on' | 'hamlet' | 'returnee'>

/** Members at both ends of a year and who came and went, by sex; at its end by hamlet and by what they were abroad. */
export async function memberFigures(db: Reader, year: number): Promise<MemberFigures> {
  const people = await db
    .selectFrom('member')
    .select(['id', 'sex', 'joined_on', 'left_on', 'hamlet', 'returnee'])
    .execute()
  const active = await activeIn(db, year)
  const [from, to] = [firstDayOfYear(year), lastDayOfYear(year)]
  const isIn = (day: string | null) => day !== null && day >= from && day <= to
  const end = people.filter((person) => isMemberOn({ joinedOn: person.joined_on, leftOn: person.left_on }, to))
  return {
    start: bySex(people.filter(({ joined_on, left_on }) => joined_on < from && (left_on === null || left_on >= from))),
    joined: bySex(people.filter(({ joined_on }) => isIn(joined_on))),
    left: bySex(people.filter(({ left_on }) => isIn(left_on))),
    end: bySex(end),
    inactive: end.filter(({ id }) => !active.has(id)).length,
    hamlets: grouped(end, ({ hamlet }) => hamlet).map(([hamlet, count]) => ({ hamlet, ...count })),
    returnees: grouped(end, statusOf).map(([status, count]) => ({ status, ...count })),
  }
}

/** What is written for everybody at once says nothing of who came. */
const forEverybody = ['savings.accrueInterest', 'closing.decideShu']

/**
 * Members for whom something was recorded in a year: they brought, fetched or bought something. Asked of each, because one
 * line of hers is enough.
 */
async function activeIn(db: Reader, year: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('member as m')
    .select('m.id')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('journal_line as l')
          .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
          .select('l.seq')
          .whereRef('l.member_id', '=', 'm.id')
          .where('l.entry_date', '>=', firstDayOfYear(year))
          .where('l.entry_date', '<=', lastDayOfYear(year))
          .where('e.kind', '=', 'ordinary')
          .where('e.procedure', 'not in', forEverybody),
      ),
    )
    .execute()
  return new Set(rows.map(({ id }) => id))
}

function statusOf({ returnee }: Person): string | null {
  return returnee === null ? null : (JSON.parse(returnee) as { status: string }).status
}

function bySex(people: readonly Person[]): BySex {
  const female = people.filter(({ sex }) => sex === 'female').length
  return { female, male: people.length - female }
}

/** Groups by name, those without one last. */
function grouped(people: readonly Person[], key: (person: Person) => string | null): [string | null, BySex][] {
  return [...Map.groupBy(people, key)]
    .map(([name, group]): [string | null, BySex] => [name, bySex(group)])
    .sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
}

/** Who is a member on a day, in the order of the numbers. */
export async function listedMembers(db: Reader, day: string): Promise<ListedMember[]> {
  const rows = await db
    .selectFrom('member')
    .select(['code as number', 'name', 'sex', 'joined_on as joinedOn'])
    .where('joined_on', '<=', day)
    .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', day)]))
    .orderBy('sort')
    .execute()
  return rows
}

/** The newest count of each cash account in a year. */
export async function countedCash(db: Reader, year: number, language: Language): Promise<CountedCash[]> {
  const rows = await db
    .selectFrom('cash_count')
    .select(['account', 'date', 'counted', 'expected', 'counted_by'])
    .where('date', '>=', firstDayOfYear(year))
    .where('date', '<=', lastDayOfYear(year))
    .orderBy('date')
    .orderBy('at')
    .execute()
  const newest = new Map(rows.map((row) => [row.account, row]))
  const names = await accountNames(db, language)
  return [...newest.values()].map(({ account, date, counted, expected, counted_by }) => ({
    ...{ account: names.get(account) ?? account, date, counted, booked: expected },
    countedBy: (JSON.parse(counted_by) as string[]).join(', '),
  }))
}
