import { Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { ClassTotals, type LoanClass } from './ClassTotals.tsx'

type Row = Answers['loans']['classify']['rows'][number]

/** Kolektibilitas: how sound every loan was on a day, what is set aside for it, and the share of problem loans. */
export function LoanClasses() {
  const { t, language } = useText()
  const { today } = useBook()
  const navigate = useNavigate()
  const [asOf, setAsOf] = useState(today)
  const [chosen, setChosen] = useState<LoanClass>()
  const columns = useColumns()
  const query = useQuery({
    ...orpc.loans.classify.queryOptions({ input: { asOf } }),
    placeholderData: keepPreviousData,
  })
  const { rows = [], totals } = query.data ?? {}
  const shown = chosen === undefined ? rows : rows.filter((row) => row.class === chosen)
  const sums = chosen === undefined ? totals : totals?.byClass.find((own) => own.class === chosen)
  const riskText = ({ riskWeighted, riskPct }: Answers['loans']['classify']['totals']) =>
    t(($) => $.loans.classes.risk, { amount: formatRupiah(riskWeighted), pct: formatPct(riskPct, language) })
  return (
    <>
      <PageHead
        title={t(($) => $.loans.classes.title)}
        text={totals && totals.loans > 0 ? riskText(totals) : t(($) => $.loans.classes.text)}
        actions={
          <>
            <PaperButton
              asked={{ report: 'collectibility', params: { asOf }, language }}
              label={t(($) => $.loans.classes.print)}
            />
            <PaperButton
              asked={{ report: 'loanList', params: { asOf, ...(chosen && { class: chosen }) }, language }}
              label={t(($) => $.loans.classes.printList)}
            />
          </>
        }
      />
      <Group align="flex-start" gap="lg" mb="sm">
        <DateField
          label={t(($) => $.loans.classes.asOf)}
          value={asOf}
          onChange={(day) => day !== null && setAsOf(day)}
          today={today}
          anyDay
          whenDone
        />
        {totals && <ClassTotals totals={totals} chosen={chosen} onChoose={setChosen} />}
      </Group>
      {query.data && <Source kept={query.data.kept} />}
      <DataTable
        label={t(($) => $.loans.classes.label)}
        columns={columns}
        rows={shown}
        rowKey={({ loanId }) => loanId}
        onOpen={({ loanId }) => void navigate(`/loans/card/${loanId}`)}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.loans.classes.empty)}
        maxHeight="calc(100dvh - 21rem)"
        {...(sums && {
          totals: {
            overdue: sumSen([sums.overduePrincipal, sums.overdueInterest]),
            outstanding: sums.outstanding,
            collateral: sums.collateral,
            allowance: sums.allowance,
          },
        })}
      />
    </>
  )
}

/** Whether these are the classes a month's end kept, or the book as it is now. */
function Source({ kept }: Pick<Answers['loans']['classify'], 'kept'>) {
  const { t } = useText()
  const sentence = () => {
    if (kept === null) return t(($) => $.loans.classes.reckoned)
    if (kept.voucher === null) return t(($) => $.loans.classes.kept)
    return t(($) => $.loans.classes.keptBy, { voucher: kept.voucher })
  }
  return (
    <Text size="sm" mb="xs">
      {sentence()}
    </Text>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useText()
  return [
    { key: 'number', title: t(($) => $.loans.classes.number), kind: 'code', width: '7rem', value: (row) => row.number },
    {
      key: 'member',
      title: t(($) => $.loans.classes.member),
      width: 'minmax(10rem, 2fr)',
      value: (row) => row.memberName,
    },
    {
      key: 'class',
      title: t(($) => $.loans.classes.class),
      width: '8rem',
      value: (row) => t(($) => $.loans.class[row.class]),
    },
    {
      key: 'days',
      title: t(($) => $.loans.classes.days),
      kind: 'number',
      width: '6rem',
      value: (row) => row.daysOverdue,
    },
    {
      key: 'overdue',
      title: t(($) => $.loans.classes.overdue),
      kind: 'money',
      hideZero: true,
      value: (row) => sumSen([row.overduePrincipal, row.overdueInterest]),
    },
    {
      key: 'outstanding',
      title: t(($) => $.loans.classes.outstanding),
      kind: 'money',
      value: (row) => row.outstanding,
    },
    {
      key: 'collateral',
      title: t(($) => $.loans.classes.collateral),
      kind: 'money',
      hideZero: true,
      value: (row) => row.collateral,
    },
    { key: 'allowance', title: t(($) => $.loans.classes.allowance), kind: 'money', value: (row) => row.allowance },
  ]
}
