import { daysInMonth } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { type DueRule, dueOn, dueState, usualDueRules } from '../../../../shared/rules/reporting-calendar.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading, Work } from '../../work.ts'
import { meetingOf } from '../meeting/meeting.ts'

type Answer = Answers['closing']['dueDates']
type Sent = Readonly<Record<number, Readonly<Record<string, string>>>>

const rulesName = 'due_rules'
const sentName = 'due_sent'
const leapYear = 2000

/** What has to be reported about a book year and until when, with what was sent already. */
export async function dueDates({ db, today }: Reading, { year }: Inputs['closing']['dueDates']): Promise<Answer> {
  const sent = (await kept<Sent>(db, sentName, {}))[year] ?? {}
  const { date, canDecide } = await meetingOf(db, today, year)
  const meetingOn = canDecide === false ? null : date
  const heldOn = meetingOn !== null && meetingOn <= today ? meetingOn : null
  const rows = (await rulesOf(db)).map((rule) => {
    const due = dueOn(rule.when, year, meetingOn)
    const sentOn = sent[rule.key] ?? (rule.package === 'annualMeetingBook' ? heldOn : null)
    return { ...rule, dueOn: due, sentOn, state: dueState(due, sentOn, today) }
  })
  return { year, rows: rows.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)) }
}

/** Keeps another calendar; refuses INVALID_INPUT `given_twice` and `not_a_date` for a day no year has. */
export async function setDueDates(work: Work, { year, rules }: Inputs['closing']['setDueDates']): Promise<Answer> {
  const { tx, today } = work
  for (const [at, { key, when }] of rules.entries()) {
    if (rules.slice(0, at).some((other) => other.key === key)) throw invalidInput(['rules', at, 'key'], 'given_twice')
    const isDay = when.kind !== 'date' || when.day <= daysInMonth(leapYear, when.month)
    if (!isDay) throw invalidInput(['rules', at, 'when', 'day'], 'not_a_date')
  }
  await keep(tx, rulesName, rules)
  return dueDates({ db: tx, today }, { year })
}

/** Keeps when a report was sent; refuses INVALID_INPUT `due_unknown` for none of the calendar and `sent_ahead` for a day to come. */
export async function markSent(work: Work, { year, key, sentOn }: Inputs['closing']['markSent']): Promise<Answer> {
  const { tx, today } = work
  if (!(await rulesOf(tx)).some((rule) => rule.key === key)) throw invalidInput(['key'], 'due_unknown')
  if (sentOn !== null && sentOn > today) throw invalidInput(['sentOn'], 'sent_ahead')
  const all = await kept<Sent>(tx, sentName, {})
  const { [key]: _, ...others } = all[year] ?? {}
  await keep(tx, sentName, { ...all, [year]: { ...others, ...(sentOn !== null && { [key]: sentOn }) } })
  return dueDates({ db: tx, today }, { year })
}

async function rulesOf(db: Reader): Promise<readonly DueRule[]> {
  const rules = await kept<readonly DueRule[]>(db, rulesName, [])
  return rules.length === 0 ? usualDueRules : rules
}

async function kept<Value>(db: Reader, name: string, otherwise: Value): Promise<Value> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row ? (JSON.parse(row.value) as Value) : otherwise
}

async function keep(tx: Work['tx'], name: string, kept: unknown): Promise<void> {
  const value = JSON.stringify(kept)
  await tx
    .insertInto('setting')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
