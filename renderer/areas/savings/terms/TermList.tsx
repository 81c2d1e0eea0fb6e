import { Button, Group, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { TermDeposit } from '../../../../shared/contract/term-deposits.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../savings.module.css'
import { isInGroup, type TermGroup, termGroups } from './term-groups.ts'
import { useTimeLeft } from './term-words.ts'

/** Simpanan berjangka: what falls due this month and next is one press away. */
export function TermList() {
  const { t, language } = useText()
  const { today } = useBook()
  const navigate = useNavigate()
  const [group, setGroup] = useState<TermGroup>('all')
  const placed = useQuery(orpc.savings.terms.queryOptions({ input: {} }))
  const closed = useQuery(orpc.savings.terms.queryOptions({ input: { state: 'closed' } }))
  const terms = [...(placed.data?.rows ?? []), ...(closed.data?.rows ?? [])]
  const rows = terms.filter((term) => isInGroup(term, group, today))
  const columns = useColumns()
  return (
    <>
      <PageHead
        title={t(($) => $.termDeposits.title)}
        text={t(($) => $.termDeposits.text)}
        actions={
          <>
            <Button component={Link} to="/savings/terms/open">
              {t(($) => $.termDeposits.place)}
            </Button>
            <Button component={Link} to="/savings/terms/take-over" variant="default">
              {t(($) => $.termDeposits.takeOver)}
            </Button>
            <PaperButton
              asked={{ report: 'termList', params: { asOf: today }, language }}
              label={t(($) => $.termDeposits.printList)}
            />
          </>
        }
      />
      <Groups terms={terms} chosen={group} onChoose={setGroup} />
      <DataTable
        label={t(($) => $.termDeposits.label)}
        columns={columns}
        rows={rows}
        rowKey={({ savingsAccountId }) => savingsAccountId}
        onOpen={({ savingsAccountId }) => void navigate(`/savings/terms/${savingsAccountId}`)}
        isMuted={({ state }) => state === 'closed'}
        isLoading={placed.isPending}
        hasFailed={placed.isError}
        onRetry={() => void placed.refetch()}
        empty={t(($) => $.termDeposits.empty)}
        maxHeight="calc(100dvh - 22rem)"
        totals={{ amount: sumOf(rows) }}
      />
    </>
  )
}

function sumOf(terms: readonly TermDeposit[]): number {
  return sumSen(terms.map(({ amount }) => amount))
}

interface GroupsProps {
  readonly terms: readonly TermDeposit[]
  readonly chosen: TermGroup
  readonly onChoose: (group: TermGroup) => void
}

function Groups({ terms, chosen, onChoose }: GroupsProps) {
  const { t } = useText()
  const { today } = useBook()
  return (
    <Group gap="sm" mb="md" role="group" aria-label={t(($) => $.termDeposits.when)}>
      {termGroups.map((group) => {
        const own = terms.filter((term) => isInGroup(term, group, today))
        return (
          <UnstyledButton
            key={group}
            className={classes.kind}
            aria-pressed={group === chosen}
            onClick={() => onChoose(group)}
          >
            <span className={classes.kindName}>{t(($) => $.termDeposits.groups[group])}</span>
            <span className={classes.kindTotal}>{formatRupiah(sumOf(own))}</span>
            <span className={classes.kindName}>{t(($) => $.termDeposits.count, { count: own.length })}</span>
          </UnstyledButton>
        )
      })}
    </Group>
  )
}

function useColumns(): readonly Column<TermDeposit>[] {
  const { t, language } = useText()
  const timeLeft = useTimeLeft()
  return [
    {
      key: 'number',
      title: t(($) => $.termDeposits.col.number),
      kind: 'code',
      width: '9rem',
      value: (row) => row.number,
    },
    {
      key: 'member',
      title: t(($) => $.termDeposits.col.member),
      width: 'minmax(12rem, 2fr)',
      value: (row) => `${row.memberName} (${row.memberNumber})`,
    },
    { key: 'amount', title: t(($) => $.termDeposits.col.amount), kind: 'money', value: (row) => row.amount },
    {
      key: 'rate',
      title: t(($) => $.termDeposits.col.rate),
      kind: 'number',
      width: '6rem',
      value: (row) => t(($) => $.termDeposits.pct, { pct: formatPct(row.ratePctPerYear, language) }),
    },
    {
      key: 'months',
      title: t(($) => $.termDeposits.col.months),
      kind: 'number',
      width: '5.5rem',
      value: (row) => row.months,
    },
    { key: 'maturesOn', title: t(($) => $.termDeposits.col.maturesOn), kind: 'date', value: (row) => row.maturesOn },
    { key: 'when', title: t(($) => $.termDeposits.col.when), width: '9rem', value: timeLeft },
  ]
}
