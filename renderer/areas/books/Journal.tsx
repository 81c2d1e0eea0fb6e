import { Button, Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { firstDayOfYear, yearOf } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { PeriodFields } from '../../ui/fields/PeriodFields.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'

type EntryRow = Answers['journal']['list']['rows'][number]

/** More than anybody reads on a screen; narrower periods show the rest. */
const entriesMax = 2_000

/** Every entry of a period, newest first. */
export function Journal() {
  const { t } = useText()
  const navigate = useNavigate()
  const { today } = useBook()
  const [period, setPeriod] = useState({ from: firstDayOfYear(yearOf(today)), to: today })
  const [text, setText] = useState('')
  const searched = useDeferredValue(text.trim())
  const list = useQuery({
    ...orpc.journal.list.queryOptions({
      input: { ...period, order: 'newest', limit: entriesMax, ...(searched === '' ? {} : { text: searched }) },
    }),
    placeholderData: keepPreviousData,
  })
  const title = t(($) => $.bookkeeping.journal.title)
  const described = ({ description, reverses, reversedBy }: EntryRow) => {
    if (reversedBy)
      return `${description} (${t(($) => $.bookkeeping.journal.reversedBy, { voucher: reversedBy.voucher })})`
    if (reverses) return `${description} (${t(($) => $.bookkeeping.journal.reverses, { voucher: reverses.voucher })})`
    return description
  }
  return (
    <>
      <PageHead
        title={title}
        text={t(($) => $.bookkeeping.journal.text)}
        actions={
          <Button component={Link} to="/books/post">
            {t(($) => $.bookkeeping.journal.new)}
          </Button>
        }
      />
      <Group align="flex-start" gap="sm" mb="lg">
        <PeriodFields value={period} onChange={setPeriod} today={today} />
        <TextField label={t(($) => $.bookkeeping.journal.search)} value={text} onChange={setText} />
      </Group>
      <DataTable
        label={title}
        rows={list.data?.rows ?? []}
        rowKey={({ entryId }) => entryId}
        isLoading={list.isPending}
        hasFailed={list.isError}
        onRetry={() => void list.refetch()}
        empty={t(($) => $.bookkeeping.journal.empty)}
        onOpen={({ entryId }) => void navigate(`/books/entry/${entryId}`)}
        isMuted={({ reversedBy }) => reversedBy !== null}
        columns={[
          { key: 'date', title: t(($) => $.bookkeeping.date), kind: 'date', value: ({ date }) => date },
          { key: 'voucher', title: t(($) => $.bookkeeping.voucher), kind: 'code', value: ({ voucher }) => voucher },
          { key: 'text', title: t(($) => $.bookkeeping.description), value: described },
          { key: 'total', title: t(($) => $.bookkeeping.amount), kind: 'money', value: ({ total }) => total },
        ]}
      />
      {(list.data?.nextCursor ?? null) !== null && (
        <Text c="gray.7">{t(($) => $.bookkeeping.journal.more, { count: entriesMax })}</Text>
      )}
    </>
  )
}
