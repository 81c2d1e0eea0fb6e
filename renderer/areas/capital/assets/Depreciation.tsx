import { Box, Button, Select, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import {
  addMonthsToMonth,
  type CalendarMonth,
  formatDate,
  formatMonth,
  lastDayOfMonth,
  monthOf,
} from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useAsked } from '../../../app/use-asked.ts'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

type Runs = Answers['assets']['runs']
type Preview = Answers['assets']['preview']
type Posted = Answers['assets']['depreciate']

/** What all assets lose in a month: shown first, then recorded once, month after month. */
export function Depreciation() {
  const { t, language } = useText()
  const [chosen, setChosen] = useState<CalendarMonth>()
  const [posted, setPosted] = useState<Posted>()
  const begin = () => {
    setChosen(undefined)
    setPosted(undefined)
  }
  useFreshVisit(begin)
  const runs = useQuery(orpc.assets.runs.queryOptions({ input: {} }))
  const asked = useAsked()
  const month = chosen ?? asked.month ?? runs.data?.next
  return (
    <>
      <PageHead title={t(($) => $.assets.depreciation.title)} text={t(($) => $.assets.depreciation.text)} />
      <Complaint error={runs.error} />
      {posted && (
        <SavedPanel
          posted={posted}
          sentence={t(($) => $.assets.depreciation.saved, {
            ...{ month: formatMonth(posted.month, language), amount: formatRupiah(posted.total) },
            assets: posted.assets,
          })}
          onNext={begin}
          onReversed={begin}
        />
      )}
      {!posted && runs.data && month !== undefined && (
        <>
          <MonthChoice runs={runs.data} month={month} onChoose={setChosen} />
          <OneMonth key={month} month={month} runs={runs.data} onPosted={setPosted} />
          <DoneMonths rows={runs.data.rows} onChoose={setChosen} />
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
  const data = [...new Set([...months, runs.next, month])].map((value) => {
    const name = formatMonth(value, language)
    return { value, label: done.has(value) ? t(($) => $.assets.depreciation.monthDone, { month: name }) : name }
  })
  return (
    <Select
      label={t(($) => $.assets.depreciation.month)}
      data={data}
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
  readonly runs: Runs
  readonly onPosted: (posted: Posted) => void
}

function OneMonth({ month, runs, onPosted }: OneMonthProps) {
  const { t, language } = useText()
  const { data, error } = useQuery(orpc.assets.preview.queryOptions({ input: { month } }))
  const named = { month: formatMonth(month, language) }
  if (!data) return <Complaint error={error} />
  if (data.done) return <DoneMonth month={named.month} done={data.done} />
  if (data.rows.length === 0) return <Text>{t(($) => $.assets.depreciation.nothing, named)}</Text>
  const isPassed = runs.rows.some((row) => row.month > month)
  const date = formatDate(lastDayOfMonth(month), language)
  return (
    <>
      {!data.isOver && <Text mb="sm">{t(($) => $.assets.depreciation.notOver, { ...named, date })}</Text>}
      {isPassed && <Text mb="sm">{t(($) => $.assets.depreciation.passed, named)}</Text>}
      <Losses preview={data} />
      {data.isOver && !isPassed && (
        <Box mt="lg">
          <PostForm month={month} onPosted={onPosted} />
        </Box>
      )}
    </>
  )
}

function DoneMonth({ month, done }: { readonly month: string; readonly done: NonNullable<Preview['done']> }) {
  const { t, language } = useText()
  const { voucher, date, entryId } = done
  return (
    <>
      <Text mb="sm">{t(($) => $.assets.depreciation.done, { month, voucher, date: formatDate(date, language) })}</Text>
      <Button component={Link} to={`/books/entry/${entryId}`} variant="default">
        {t(($) => $.assets.depreciation.entry)}
      </Button>
    </>
  )
}

function Losses({ preview: { rows, total } }: { readonly preview: Preview }) {
  const { t } = useText()
  return (
    <DataTable
      label={t(($) => $.assets.depreciation.list)}
      rows={rows}
      rowKey={({ assetId }) => assetId}
      totals={{ amount: total }}
      maxHeight="22rem"
      columns={[
        { key: 'number', title: t(($) => $.assets.list.number), kind: 'code', value: (row) => row.number },
        { key: 'name', title: t(($) => $.assets.list.name), value: (row) => row.name },
        {
          key: 'amount',
          title: t(($) => $.assets.depreciation.amount),
          kind: 'money',
          value: (row) => row.amount,
        },
        {
          key: 'bookValue',
          title: t(($) => $.assets.depreciation.after),
          kind: 'money',
          value: (row) => row.bookValue,
        },
      ]}
    />
  )
}

function PostForm({ month, onPosted }: Omit<OneMonthProps, 'runs'>) {
  const { t, language } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { date: lastDayOfMonth(month) as string | null },
    save: ({ date }, requestId) => client.assets.depreciate({ requestId, month, date: date ?? '' }),
    onSaved: onPosted,
    paths: { month: 'date' },
  })
  const label = t(($) => $.assets.depreciation.save, { month: formatMonth(month, language) })
  return (
    <FormFrame form={form} label={label} saveLabel={label}>
      <DateField
        label={t(($) => $.assets.depreciation.date)}
        description={t(($) => $.assets.depreciation.dateText)}
        today={today}
        anyDay
        autoFocus
        {...form.field('date')}
      />
    </FormFrame>
  )
}

interface DoneMonthsProps {
  readonly rows: Runs['rows']
  readonly onChoose: (month: CalendarMonth) => void
}

function DoneMonths({ rows, onChoose }: DoneMonthsProps) {
  const { t, language } = useText()
  const title = t(($) => $.assets.depreciation.runs)
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={rows}
        rowKey={({ month }) => month}
        onOpen={({ month }) => onChoose(month)}
        empty={t(($) => $.assets.depreciation.runsEmpty)}
        maxHeight="22rem"
        columns={[
          {
            key: 'month',
            title: t(($) => $.assets.depreciation.month),
            value: (row) => formatMonth(row.month, language),
          },
          { key: 'voucher', title: t(($) => $.assets.card.voucher), kind: 'code', value: (row) => row.voucher },
          {
            key: 'assets',
            title: t(($) => $.assets.depreciation.assets),
            kind: 'number',
            value: (row) => row.assets,
          },
          { key: 'total', title: t(($) => $.assets.depreciation.total), kind: 'money', value: (row) => row.total },
        ]}
      />
    </>
  )
}
