import { Select, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addMonthsToMonth, type CalendarMonth, formatMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useAsked } from '../../../app/use-asked.ts'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { InterestBooked } from './InterestBooked.tsx'
import { InterestToBook } from './InterestToBook.tsx'

type Runs = Answers['savings']['interestRuns']

/** A month's interest for all savings: shown, booked with one button, and taken back while that is allowed. */
export function InterestRun() {
  const { t } = useText()
  const [chosen, setChosen] = useState<CalendarMonth>()
  const [sentence, setSentence] = useState<string>()
  useFreshVisit(() => {
    setChosen(undefined)
    setSentence(undefined)
  })
  const runs = useQuery(orpc.savings.interestRuns.queryOptions({ input: {} }))
  const asked = useAsked()
  const month = chosen ?? asked.month ?? runs.data?.next
  const choose = (other: CalendarMonth) => {
    setChosen(other)
    setSentence(undefined)
  }
  // What was chosen stays while the months behind it move on.
  const stay = (said?: string) => {
    setChosen(month)
    setSentence(said)
  }
  return (
    <>
      <PageHead title={t(($) => $.savingsInterest.title)} text={t(($) => $.savingsInterest.text)} />
      <Complaint error={runs.error} />
      {runs.data && month !== undefined && (
        <>
          <MonthChoice runs={runs.data} month={month} onChoose={choose} />
          <Done sentence={sentence} />
          <OneMonth
            key={month}
            month={month}
            isPassed={runs.data.rows.some((row) => row.month > month)}
            onBooked={() => stay()}
            onUndone={stay}
          />
          <DoneMonths rows={runs.data.rows} onChoose={choose} />
        </>
      )}
    </>
  )
}

interface MonthChoiceProps {
  readonly runs: Runs
  readonly month: CalendarMonth
  readonly onChoose: (month: CalendarMonth) => void
}

function MonthChoice({ runs, month, onChoose }: MonthChoiceProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const done = new Set(runs.rows.map((row) => row.month))
  const newest = [monthOf(today), runs.next, month].toSorted().at(-1) ?? month
  const months = Array.from({ length: 37 }, (_, index) => addMonthsToMonth(newest, -index))
  const labelOf = (one: CalendarMonth) => {
    const name = formatMonth(one, language)
    return done.has(one) ? t(($) => $.savingsInterest.monthDone, { month: name }) : name
  }
  return (
    <Select
      label={t(($) => $.savingsInterest.month)}
      data={months.map((one) => ({ value: one, label: labelOf(one) }))}
      value={month}
      onChange={(one) => one !== null && onChoose(one)}
      searchable
      maw="18rem"
      mb="md"
    />
  )
}

interface OneMonthProps {
  readonly month: CalendarMonth
  /** A later month has its interest: this one is closed to it. */
  readonly isPassed: boolean
  readonly onBooked: () => void
  readonly onUndone: (sentence: string) => void
}

function OneMonth({ month, isPassed, onBooked, onUndone }: OneMonthProps) {
  const { t } = useText()
  const query = useQuery(orpc.savings.previewInterest.queryOptions({ input: { month } }))
  if (query.isError && !query.data) return <Complaint error={query.error} />
  if (!query.data) return <Text role="status">{t(($) => $.savingsInterest.waiting)}</Text>
  const { done } = query.data
  return done ? (
    <InterestBooked month={month} done={done} onUndone={onUndone} />
  ) : (
    <InterestToBook preview={query.data} isPassed={isPassed} onBooked={onBooked} />
  )
}

interface DoneMonthsProps {
  readonly rows: Runs['rows']
  readonly onChoose: (month: CalendarMonth) => void
}

function DoneMonths({ rows, onChoose }: DoneMonthsProps) {
  const { t, language } = useText()
  const title = t(($) => $.savingsInterest.runs)
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={rows}
        rowKey={({ month }) => month}
        onOpen={({ month }) => {
          onChoose(month)
          window.scrollTo({ top: 0 })
        }}
        empty={t(($) => $.savingsInterest.runsEmpty)}
        maxHeight="22rem"
        columns={[
          {
            key: 'month',
            title: t(($) => $.savingsInterest.runCol.month),
            value: (row) => formatMonth(row.month, language),
          },
          {
            key: 'voucher',
            title: t(($) => $.savingsInterest.runCol.voucher),
            kind: 'code',
            width: '10rem',
            value: (row) => row.voucher,
          },
          {
            key: 'accounts',
            title: t(($) => $.savingsInterest.runCol.accounts),
            kind: 'number',
            width: '7rem',
            value: (row) => row.accounts,
          },
          { key: 'gross', title: t(($) => $.savingsInterest.col.gross), kind: 'money', value: (row) => row.gross },
          { key: 'tax', title: t(($) => $.savingsInterest.col.tax), kind: 'money', value: (row) => row.tax },
          { key: 'net', title: t(($) => $.savingsInterest.col.netOfTax), kind: 'money', value: (row) => row.net },
        ]}
      />
    </>
  )
}
