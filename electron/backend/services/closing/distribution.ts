import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reading } from '../../work.ts'
import { getMemberRow } from '../members/members.ts'
import { type SurplusDecided, standingDecision, standingDecisions } from './decisions.ts'
import { paidShares } from './surplus-payment.ts'

type Distribution = Answers['closing']['distribution']
type Figures = Distribution['totals']

/** What the meeting decided on a year and what each member was paid of it, by number; nobody before the decision. */
export async function distribution(
  { db }: Reading,
  { year }: Inputs['closing']['distribution'],
): Promise<Distribution> {
  const decided = await standingDecision(db, year)
  if (!decided) return { year, decided: null, members: [], totals: totalsOf([]) }
  const shares = await paidShares(db, year, decided)
  const people = await db.selectFrom('member').select(['id', 'code', 'name', 'active']).orderBy('sort').execute()
  const members = people.flatMap(({ id, code, name, active }) => {
    const own = shares.get(id)
    return own ? [{ memberId: id, number: code, name, active: active === 1, ...own }] : []
  })
  return { year, decided: told(decided), members, totals: totalsOf(members) }
}

function told({ date, decision, entryId, voucher }: SurplusDecided) {
  return { date, decision, entryId, voucher }
}

function totalsOf(members: readonly Figures[]): Figures {
  const sumOf = (part: keyof Figures) => sumSen(members.map((member) => member[part]))
  return { share: sumOf('share'), paid: sumOf('paid'), left: sumOf('left') }
}

/** A member's shares of all decided years, the newest first. Refuses NOT_FOUND for a member there is not. */
export async function memberShares(
  { db }: Reading,
  { memberId }: Inputs['closing']['memberShares'],
): Promise<Answers['closing']['memberShares']> {
  await getMemberRow(db, memberId)
  const rows: Answers['closing']['memberShares']['rows'] = []
  for (const decided of await standingDecisions(db)) {
    const own = (await paidShares(db, decided.year, decided, memberId)).get(memberId)
    if (own) rows.push({ year: decided.year, ...told(decided), ...own })
  }
  return { rows }
}
