import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { addMonthsToMonth, type CalendarMonth, formatMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { useAsked, useChoose } from '../../../app/use-asked.ts'
import { Dialog } from '../../../ui/dialogs/Dialog.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'

type Answer = Answers['savings']['withholding']
type Row = Answer['rows'][number]

/** Bukti potong: who was paid what of interest in a month, what of it was kept for the state, and the papers of it. */
export function Withholding() {
  const { t, language } = useText()
  const { today } = useBook()
  const choose = useChoose()
  const [opened, setOpened] = useState<Row>()
  const { month = addMonthsToMonth(monthOf(today), -1) } = useAsked()
  const query = useQuery({
    ...orpc.savings.withholding.queryOptions({ input: { month } }),
    placeholderData: keepPreviousData,
  })
  const { rows = [], totals } = query.data ?? {}
  const hasShort = (totals?.short ?? 0) > 0
  const columns = useColumns(hasShort)
  const months = Array.from({ length: 37 }, (_, index) => addMonthsToMonth(monthOf(today), -index))
  return (
    <>
      <PageHead
        title={t(($) => $.savingsInterest.withholding.title)}
        text={t(($) => $.savingsInterest.withholding.text)}
        actions={rows.length > 0 && <Papers month={month} />}
      />
      <Group align="flex-start" gap="lg" mb="sm">
        <Select
          label={t(($) => $.savingsInterest.withholding.month)}
          data={months.map((one) => ({ value: one, label: formatMonth(one, language) }))}
          value={month}
          onChange={(one) => one !== null && choose({ month: one })}
          searchable
          w="18rem"
        />
        {query.data && rows.length > 0 && <Summary answer={query.data} />}
      </Group>
      <DataTable
        label={t(($) => $.savingsInterest.withholding.label)}
        columns={columns}
        rows={rows}
        rowKey={({ memberId }) => memberId}
        onOpen={setOpened}
        opens={t(($) => $.savingsInterest.withholding.opens)}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.savingsInterest.withholding.empty)}
        maxHeight="calc(100dvh - 21rem)"
        {...(totals && { totals: { ...totals } })}
      />
      {opened && <OneMember row={opened} month={month} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Papers({ month }: { readonly month: CalendarMonth }) {
  const { t, language } = useText()
  const list = { report: 'withholdingList', params: { month }, language } as const
  return (
    <>
      <PaperButton asked={list} label={t(($) => $.savingsInterest.withholding.printList)} variant="filled" />
      <PaperButton asked={list} label={t(($) => $.savingsInterest.withholding.keepList)} isKept />
      <PaperButton
        asked={{ report: 'withholdingSlip', params: { month }, language }}
        label={t(($) => $.savingsInterest.withholding.printSlips)}
      />
    </>
  )
}

function Summary({ answer: { rows, totals } }: { readonly answer: Answer }) {
  const { t } = useText()
  const taxed = rows.filter(({ tax }) => tax > 0).length
  return (
    <Stack gap={2} mt="1.75rem" role="status">
      <Text fw={600}>{t(($) => $.savingsInterest.withholding.summary, { count: rows.length, taxed })}</Text>
      {totals.tax > 0 && (
        <Text>{t(($) => $.savingsInterest.withholding.due, { amount: formatRupiah(totals.tax) })}</Text>
      )}
    </Stack>
  )
}

interface OneMemberProps {
  readonly row: Row
  readonly month: CalendarMonth
  readonly onClose: () => void
}

function OneMember({ row, month, onClose }: OneMemberProps) {
  const { t, language } = useText()
  const { memberId, memberName, gross, tax, net, ratePct } = row
  const sums = { gross: formatRupiah(gross), tax: formatRupiah(tax), net: formatRupiah(net) }
  return (
    <Dialog isOpen onClose={onClose} title={`${memberName}, ${formatMonth(month, language)}`} size="lg">
      <Text>
        {t(($) => $.savingsInterest.withholding.one, {
          member: memberName,
          rate: formatPct(ratePct, language),
          ...sums,
        })}
      </Text>
      <Group gap="sm" mt="lg">
        <PaperButton
          asked={{ report: 'withholdingSlip', params: { month, memberId }, language }}
          label={t(($) => $.savingsInterest.withholding.printOne)}
          variant="filled"
        />
        <Button component={Link} to={`/members/${memberId}`} variant="default">
          {t(($) => $.savingsInterest.withholding.member)}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t(($) => $.savingsInterest.withholding.close)}
        </Button>
      </Group>
    </Dialog>
  )
}

function useColumns(hasShort: boolean): readonly Column<Row>[] {
  const { t, language } = useText()
  return [
    {
      key: 'number',
      title: t(($) => $.savingsInterest.withholding.number),
      kind: 'code',
      width: '6rem',
      value: (row) => row.memberNumber,
    },
    {
      key: 'member',
      title: t(($) => $.savingsInterest.col.member),
      width: 'minmax(13rem, 2fr)',
      value: (row) => row.memberName,
    },
    { key: 'gross', title: t(($) => $.savingsInterest.col.gross), kind: 'money', value: (row) => row.gross },
    {
      key: 'rate',
      title: t(($) => $.savingsInterest.withholding.rate),
      kind: 'number',
      width: '6rem',
      value: (row) => `${formatPct(row.ratePct, language)}%`,
    },
    { key: 'tax', title: t(($) => $.savingsInterest.col.tax), kind: 'money', value: (row) => row.tax },
    { key: 'net', title: t(($) => $.savingsInterest.col.net), kind: 'money', value: (row) => row.net },
    ...(hasShort
      ? [
          {
            key: 'short',
            title: t(($) => $.savingsInterest.withholding.short),
            kind: 'money',
            hideZero: true,
            value: (row: Row) => row.short,
          } as const,
        ]
      : []),
  ]
}
