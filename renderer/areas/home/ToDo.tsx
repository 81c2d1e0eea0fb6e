import { Paper, Text, Title } from '@mantine/core'
import { Link } from 'react-router'
import { formatDate, formatMonth } from '../../../shared/calendar.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { useText } from '../../ui/text.ts'
import type { Summary } from './Home.tsx'
import classes from './home.module.css'

type Task = Summary['todo'][number]

/** Where each task is done. */
const placeOf: Readonly<Record<Task['task'], string>> = {
  mandatory_unpaid: '/savings/arrears',
  instalments_due: '/collection',
  loans_behind: '/reports/arrears',
  loan_interest: '/loans/month-end',
  loan_allowance: '/loans/month-end',
  savings_interest: '/savings/interest',
  terms_due: '/savings/terms',
  report_late: '/closing/reporting',
  reports_late: '/closing/reporting',
  report_due: '/closing/reporting',
  lock_month: '/closing',
  backup: '/settings/backup',
  opening_difference: '/books/opening',
  cash_count: '/cash/count',
  alarm: '/books/verify',
}

/** Screens that open at the month a task names. */
const ofMonth: ReadonlySet<Task['task']> = new Set([
  'loan_interest',
  'loan_allowance',
  'savings_interest',
  'lock_month',
])

/** What waits to be done, each line leading there. */
export function ToDo({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t, language } = useText()
  return (
    <Paper withBorder p="lg" radius="md" h="100%">
      <Title order={2} size="h4">
        {t(($) => $.home.todo.title)}
      </Title>
      {tasks.length === 0 && <Text mt="sm">{t(($) => $.home.todo.nothing)}</Text>}
      <ul className={classes.todo}>
        {tasks.map(({ task, count, amount, month, report }) => (
          <li key={`${task}-${month}-${report?.year}-${report?.name}`}>
            <Link to={addressOf({ task, month, report })}>
              {task === 'backup' && count === 0
                ? t(($) => $.home.todo.neverBackedUp)
                : t(($) => $.home.todo[task], {
                    count,
                    amount: formatRupiah(amount ?? 0),
                    month: month === null ? '' : formatMonth(month, language),
                    year: report?.year ?? 0,
                    date: report ? formatDate(report.dueOn, language) : '',
                  })}
              {report && task !== 'reports_late' && (
                <>
                  {' '}
                  <span lang="id">{report.name}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </Paper>
  )
}

/** The screen a task is done on, with the month or the year it is about. */
function addressOf({ task, month, report }: Pick<Task, 'task' | 'month' | 'report'>): string {
  if (report) return `${placeOf[task]}?year=${report.year}`
  return month !== null && ofMonth.has(task) ? `${placeOf[task]}?month=${month}` : placeOf[task]
}
