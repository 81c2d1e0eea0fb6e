import { Button, Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { orpc } from '../../app/queries.ts'
import { SavedPanel } from '../../app/SavedPanel.tsx'
import { useFreshVisit } from '../../app/use-fresh-visit.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useText } from '../../ui/text.ts'
import { CountForm } from './CountForm.tsx'

type Counted = Answers['cash']['count']

/** Opname kas: notes and coins, two names, and a difference that is booked instead of hidden. */
export function CashCount() {
  const { t } = useText()
  const [counted, setCounted] = useState<Counted>()
  useFreshVisit(() => setCounted(undefined))
  return (
    <>
      <PageHead title={t(($) => $.cash.count.title)} text={t(($) => $.cash.count.text)} />
      {counted ? (
        <Outcome counted={counted} onNext={() => setCounted(undefined)} />
      ) : (
        <CountForm onSaved={setCounted} />
      )}
      <PastCounts />
    </>
  )
}

function Outcome({ counted, onNext }: { readonly counted: Counted; readonly onNext: () => void }) {
  const { t } = useText()
  const amounts = { counted: formatRupiah(counted.counted), difference: formatRupiah(counted.difference) }
  if (counted.entry !== null) {
    const sentence = t(($) => $.cash.count.savedDifferent, amounts)
    return <SavedPanel posted={counted.entry} sentence={sentence} onNext={onNext} />
  }
  return (
    <Paper withBorder p="lg" radius="md" role="status">
      <Text fw={600} mb="sm">
        {t(($) => $.cash.count.savedSame, amounts)}
      </Text>
      <Button onClick={onNext}>{t(($) => $.cash.count.again)}</Button>
    </Paper>
  )
}

function PastCounts() {
  const { t, language } = useText()
  const { data } = useQuery(orpc.cash.counts.queryOptions({ input: {} }))
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {t(($) => $.cash.count.past)}
      </Title>
      <DataTable
        label={t(($) => $.cash.count.past)}
        rows={data?.rows ?? []}
        rowKey={({ countId }) => countId}
        isLoading={data === undefined}
        empty={t(($) => $.cash.count.pastEmpty)}
        maxHeight="18rem"
        columns={[
          {
            key: 'date',
            title: t(($) => $.cash.date),
            width: '11rem',
            value: ({ date }) => formatDate(date, language),
          },
          { key: 'counted', title: t(($) => $.cash.count.counted), kind: 'money', value: ({ counted }) => counted },
          { key: 'expected', title: t(($) => $.cash.count.expected), kind: 'money', value: ({ expected }) => expected },
          {
            key: 'difference',
            title: t(($) => $.cash.count.difference),
            kind: 'money',
            value: ({ difference }) => difference,
          },
          { key: 'by', title: t(($) => $.cash.count.by), value: ({ countedBy }) => countedBy.join(', ') },
          { key: 'reason', title: t(($) => $.cash.count.reason), value: ({ reason }) => reason },
        ]}
      />
    </>
  )
}
