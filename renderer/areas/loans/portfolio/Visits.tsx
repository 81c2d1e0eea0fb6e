import { Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDateShort } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { Done } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { VisitDialog } from './VisitDialog.tsx'

export type Visit = Answers['loans']['reminders']['rows'][number]

/** Whom to visit, hamlet by hamlet: arrears, phone, and the letter whose time has come. */
export function Visits() {
  const { t, language } = useText()
  const { today } = useBook()
  const [asOf, setAsOf] = useState(today)
  const [visit, setVisit] = useState<Visit>()
  const [sentence, setSentence] = useState<string>()
  const columns = useColumns()
  const query = useQuery({
    ...orpc.loans.reminders.queryOptions({ input: { asOf } }),
    placeholderData: keepPreviousData,
  })
  const { rows = [], totals } = query.data ?? {}
  return (
    <>
      <PageHead
        title={t(($) => $.loans.visits.title)}
        text={t(($) => $.loans.visits.text)}
        actions={
          <PaperButton
            asked={{ report: 'arrears', params: { asOf }, language }}
            label={t(($) => $.loans.visits.print)}
          />
        }
      />
      <Done sentence={sentence} />
      <Group align="flex-start" gap="lg" mb="sm">
        <DateField
          label={t(($) => $.loans.visits.asOf)}
          value={asOf}
          onChange={(day) => day !== null && setAsOf(day)}
          today={today}
          anyDay
          whenDone
        />
        {totals && totals.loans > 0 && (
          <Text mt="2.2rem" fw={600} role="status">
            {t(($) => $.loans.visits.summary, {
              count: totals.loans,
              amount: formatRupiah(totals.arrears),
              letters: totals.letters,
            })}
          </Text>
        )}
      </Group>
      <DataTable
        label={t(($) => $.loans.visits.label)}
        columns={columns}
        rows={rows}
        rowKey={({ loanId }) => loanId}
        onOpen={setVisit}
        opens={t(($) => $.loans.visits.opens)}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.loans.visits.empty)}
        maxHeight="calc(100dvh - 20rem)"
        {...(totals && { totals: { arrears: totals.arrears } })}
      />
      {visit && (
        <VisitDialog
          key={visit.loanId}
          visit={visit}
          asOf={asOf}
          onClose={() => setVisit(undefined)}
          onNoted={(noted) => {
            setSentence(noted)
            setVisit(undefined)
          }}
        />
      )}
    </>
  )
}

function useColumns(): readonly Column<Visit>[] {
  const { t } = useText()
  const last = ({ lastLetter }: Visit) =>
    lastLetter === null
      ? ''
      : t(($) => $.loans.visits.lastLetter, { letter: lastLetter.letter, date: formatDateShort(lastLetter.date) })
  return [
    {
      key: 'hamlet',
      title: t(($) => $.loans.visits.hamlet),
      width: 'minmax(7rem, 1fr)',
      value: (row) => row.hamlet ?? t(($) => $.loans.visits.noHamlet),
    },
    {
      key: 'member',
      title: t(($) => $.loans.visits.member),
      width: 'minmax(9rem, 2fr)',
      value: (row) => row.memberName,
    },
    { key: 'phone', title: t(($) => $.loans.visits.phone), kind: 'code', width: '9rem', value: (row) => row.phone },
    { key: 'number', title: t(($) => $.loans.visits.number), kind: 'code', width: '7rem', value: (row) => row.number },
    { key: 'since', title: t(($) => $.loans.visits.since), kind: 'date', value: (row) => row.since },
    {
      key: 'days',
      title: t(($) => $.loans.visits.days),
      kind: 'number',
      width: '4rem',
      value: (row) => row.daysOverdue,
    },
    { key: 'arrears', title: t(($) => $.loans.visits.arrears), kind: 'money', value: (row) => row.arrears },
    {
      key: 'letter',
      title: t(($) => $.loans.visits.letter),
      width: '6rem',
      value: ({ letter }) => (letter === null ? '' : t(($) => $.loans.visits.letterDue, { letter })),
    },
    { key: 'sent', title: t(($) => $.loans.visits.sent), width: 'minmax(8rem, 1fr)', value: last },
  ]
}
