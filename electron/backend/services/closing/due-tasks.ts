import { yearOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { oldestDate } from '../../ledger/post.ts'
import type { Reading } from '../../work.ts'
import { yearsWithEntries } from './closed-years.ts'
import { dueDates } from './due-dates.ts'

type Task = Answers['home']['summary']['todo'][number]

/** Book years before the running one whose reports are still asked for. */
const yearsBack = 2

/**
 * Reports somebody waits for: those of a year that are late in one line, each that is due within 30 days in its own. What
 * was due before the book began is nobody's work here.
 */
export async function reportTasks({ db }: Reading, asOf: string): Promise<Task[]> {
  const begunOn = (await oldestDate(db)) ?? asOf
  const thisYear = yearOf(asOf)
  const years = (await yearsWithEntries(db)).filter((year) => year >= thisYear - yearsBack && year <= thisYear)
  const tasks: Task[] = []
  for (const year of years) {
    const rows = (await dueDates({ db, today: asOf }, { year })).rows.filter(({ dueOn }) => dueOn >= begunOn)
    const late = rows.filter(({ state }) => state === 'late')
    const [oldest] = late
    if (oldest) tasks.push(taskOf(late.length === 1 ? 'report_late' : 'reports_late', late.length, { ...oldest, year }))
    for (const row of rows) if (row.state === 'due') tasks.push(taskOf('report_due', 1, { ...row, year }))
  }
  return tasks
}

function taskOf(task: Task['task'], count: number, { name, year, dueOn }: NonNullable<Task['report']>): Task {
  return { task, count, amount: null, month: null, report: { name, year, dueOn } }
}
