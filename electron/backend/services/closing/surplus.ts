import { firstDayOfYear } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { grantCapitalAccount } from '../../../../shared/rules/entries/fund-line.ts'
import {
  nonMemberReserve,
  reserveAccount,
  surplusDecision,
} from '../../../../shared/rules/entries/surplus-distribution.ts'
import { resultsByUnit, undividedSurplus } from '../../../../shared/rules/entries/year-closing.ts'
import { type Sen, sen, sumSen } from '../../../../shared/rules/money.ts'
import { requireBylaw, type SurplusBylaw } from '../../../../shared/rules/surplus-bylaw.ts'
import type { SurplusOrigin } from '../../../../shared/rules/surplus-origin.ts'
import { type SurplusShares, surplusShares } from '../../../../shared/rules/surplus-shares.ts'
import type { Reader } from '../../db/tables.ts'
import { post, requireDateInReach } from '../../ledger/post.ts'
import { once } from '../../reckoned.ts'
import type { Reading, Work } from '../../work.ts'
import { meetingOf } from '../meeting/meeting.ts'
import { answeredBylaw, bylawOf, requireKnownProducts } from './bylaw.ts'
import { closingEntries, requireClosedYear } from './closed-years.ts'
import { requireDecidedByNow, standingDecision } from './decisions.ts'
import { participationDivided } from './participation.ts'
import { originOf, type Sharer, sharersOf } from './surplus-basis.ts'

type Inputs = AllInputs['closing']
type Simulated = Answers['closing']['simulateShu']

/**
 * How a year's surplus would be divided, by the rule in force or another one that is tried; nothing is written. Refuses
 * NOT_ALLOWED `nothing_to_divide` for a year without a surplus.
 */
export async function simulateShu({ db }: Reading, { year, bylaw }: Inputs['simulateShu']): Promise<Simulated> {
  const decided = await standingDecision(db, year)
  if (bylaw) {
    await requireKnownProducts(db, bylaw)
    requireBylaw(bylaw)
  }
  return (await divided(db, year, bylaw ?? decided?.bylaw ?? (await bylawOf(db, year)).bylaw)).answer
}

/** A year's division as the meeting decided it, or as the rule in force proposes it; refuses as `simulateShu`. */
export function dividedYear(reading: Reading, year: number) {
  return once(reading, reckonYear, year)
}

async function reckonYear({ db }: Reading, year: number) {
  const decided = await standingDecision(db, year)
  const { fromYear, bylaw } = await bylawOf(db, year)
  return { decided, fromYear, ...(await divided(db, year, decided?.bylaw ?? bylaw)) }
}

/** The same, or nothing for a year that earned nothing. */
export async function dividedIfEarned(reading: Reading, year: number) {
  const { members, nonMembers, grants } = await originOf(reading.db, year)
  return sumSen([members, nonMembers, grants]) > 0 ? dividedYear(reading, year) : undefined
}

interface Divided {
  readonly answer: Simulated
  readonly shares: SurplusShares
  readonly sharers: readonly Sharer[]
}

/** Reckons a year's division; the same for a simulation, the decision and the sheet of one member. */
async function divided(db: Reader, year: number, bylaw: SurplusBylaw): Promise<Divided> {
  const origin = await originOf(db, year)
  const { nonMembers, surplus } = parted(origin, bylaw)
  const result = sumSen([origin.members, origin.nonMembers, origin.grants])
  if (result <= 0) throw new Refusal('NOT_ALLOWED', 'nothing_to_divide', { year, surplus: result })
  const sharers = await sharersOf(db, year, bylaw)
  const shares = surplusShares({
    ...{ surplus, shares: bylaw.shares, members: sharers, roundTo: bylaw.roundTo },
    capitalShareKey: bylaw.shares.find(({ to }) => to === 'by_savings')?.key ?? '',
    serviceShares: bylaw.shares.filter(({ to }) => to === 'by_services').map(({ key }) => ({ key, basis: key })),
  })
  const members = shares.members.map((share, at) => {
    const { number = '', name = '', saved = sen(0), transactions = {} } = sharers[at] ?? {}
    return { ...share, memberId: share.id, number, name, savings: saved, transactions }
  })
  const from = { fromMembers: origin.members, fromOthers: origin.nonMembers, grants: origin.grants }
  const { parts, unclaimed, warnings } = await participationDivided(db, year, bylaw, shares.components)
  const undistributed = sumSen([shares.totals.undistributed, unclaimed])
  const answer = {
    year,
    ...from,
    reservedForOthers: nonMembers,
    surplus,
    bylaw: answeredBylaw(bylaw),
    ...shares,
    members,
    participation: parts,
    totals: { ...shares.totals, participation: sumSen(parts.map(({ amount }) => amount)), undistributed },
    warnings: [...shares.warnings, ...warnings],
  }
  return { answer, shares, sharers }
}

/**
 * What is kept for others, and what is divided: all that is no gift and not kept. A loss with members or others comes
 * off what the other side earned; where nothing is left, nothing is divided.
 */
function parted(origin: SurplusOrigin, { nonMembers }: SurplusBylaw): { nonMembers: Sen; surplus: Sen } {
  const earned = sen(Math.max(0, sumSen([origin.members, origin.nonMembers])))
  const kept = nonMembers === 'reserve' ? Math.min(earned, Math.max(0, origin.nonMembers)) : 0
  return { nonMembers: sen(kept), surplus: sen(earned - kept) }
}

/**
 * The meeting's decision on the surplus of a closed year, posted once on its day, which lies in a later year
 * (accounting.md section 6.4). Refuses NOT_ALLOWED while the year is open, ALREADY_DONE, and INVALID_INPUT for a day
 * before the new year (`date_before_new_year`), after today (`decision_ahead`), or another than the one the meeting's
 * record says (`not_the_meeting_day`). Warns `quorum_missing` where by that record too few came to decide.
 */
export async function decideShu(work: Work, input: Inputs['decideShu']): Promise<Answers['closing']['decideShu']> {
  const { year, date, decision } = input
  const { tx } = work
  await requireClosedYear(tx, year)
  const done = await standingDecision(tx, year)
  if (done) throw new Refusal('ALREADY_DONE', 'surplus_decided', { year, voucher: done.voucher })
  await requireDateInReach(tx, work.today, date)
  const first = firstDayOfYear(year + 1)
  if (date < first) throw invalidInput(['date'], 'date_before_new_year', { date: first })
  requireDecidedByNow(work.today, date)
  const missing = await requireMeetingDay(work, year, date)
  const { bylaw } = await bylawOf(tx, year)
  const { answer, shares } = await divided(tx, year, bylaw)
  const carried = await carriedForward(tx, year)
  const entryId = work.newId()
  const row = { entry_id: entryId, year, decision, bylaw: JSON.stringify(bylaw) }
  await tx.insertInto('surplus_decision').values(row).execute()
  const given = sumSen([sumSen(carried.map(({ result }) => result)), -answer.reservedForOthers, -answer.surplus])
  const members = shares.members.map(({ id, total }) => ({ memberId: id, amount: total }))
  const components = componentsOf(answer, bylaw, given)
  const participation = answer.participation.map(({ borrowingId, memberId, amount }) => {
    return { borrowingId, memberId: memberId ?? undefined, amount }
  })
  const draft = surplusDecision({ date, year, carried, components, members, participation })
  const posted = await post(work, draft, { entryId })
  return { ...answer, ...posted, warnings: [...answer.warnings, ...missing, ...posted.warnings] }
}

/** The day of a year's meeting is one: a decision on another day than its record says is refused. */
async function requireMeetingDay({ tx, today }: Work, year: number, day: string): Promise<'quorum_missing'[]> {
  const { date, canDecide } = await meetingOf(tx, today, year)
  if (date !== null && date !== day) throw invalidInput(['date'], 'not_the_meeting_day', { year, date })
  return canDecide === false ? ['quorum_missing'] : []
}

/** What goes to reserves and funds, by account: gifts become capital, what nobody has a claim to the general reserve. */
function componentsOf(answer: Simulated, bylaw: SurplusBylaw, given: number) {
  const target = new Map(bylaw.shares.map(({ key, to }) => [key, to]))
  const funds = answer.components.flatMap(({ key, amount }) => {
    const account = target.get(key) ?? ''
    return account.startsWith('by_') ? [] : [{ account, amount }]
  })
  return [
    ...funds,
    { account: nonMemberReserve, amount: answer.reservedForOthers },
    { account: grantCapitalAccount, amount: given },
    { account: reserveAccount, amount: answer.totals.undistributed },
  ]
}

/** What the closing of a year carried into the next one, by unit, sen. */
async function carriedForward(db: Reader, year: number): Promise<{ unit: string; result: Sen }[]> {
  const standing = (await closingEntries(db, year)).filter(
    ({ reversedBy, date }) => reversedBy === null && date === firstDayOfYear(year + 1),
  )
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['l.account', 'l.unit', 'l.debit', 'l.credit'])
    .where(
      'e.id',
      'in',
      standing.map(({ entryId }) => entryId),
    )
    .where('l.account', '=', undividedSurplus)
    .execute()
  return resultsByUnit(rows.map(({ account, unit, debit, credit }) => ({ account, unit, net: sen(debit - credit) })))
}
