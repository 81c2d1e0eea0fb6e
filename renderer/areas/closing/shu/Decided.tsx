import { Anchor, Checkbox, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { Division } from './Division.tsx'
import { ParticipationTable } from './ParticipationTable.tsx'
import { PayForm } from './PayForm.tsx'

export type Distribution = Answers['closing']['distribution']
type Payment = Answers['closing']['payShu']

interface DecidedProps {
  readonly distribution: Distribution
  readonly decided: NonNullable<Distribution['decided']>
}

/** A decided year: what members get, what they were paid, and paying the rest. */
export function Decided({ distribution, decided }: DecidedProps) {
  const { t, language } = useText()
  const { totals, year } = distribution
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [paid, setPaid] = useState<Payment>()
  const { voucher, entryId, decision } = decided
  return (
    <>
      <Text fw={600} mb="sm">
        {t(($) => $.shu.decide.done, { date: formatDate(decided.date, language), decision })}{' '}
        <Anchor component={Link} to={`/books/entry/${entryId}`} underline="always">
          {t(($) => $.shu.decide.voucher, { voucher })}
        </Anchor>
      </Text>
      <KeyFigures>
        <KeyFigure label={t(($) => $.shu.pay.share)} figure={formatRupiah(totals.share)} />
        <KeyFigure label={t(($) => $.shu.members.paid)} figure={formatRupiah(totals.paid)} />
        <KeyFigure label={t(($) => $.shu.members.left)} figure={formatRupiah(totals.left)} />
      </KeyFigures>
      {paid && (
        <SavedPanel
          posted={paid}
          sentence={t(($) => $.shu.pay.saved, { amount: formatRupiah(paid.total), count: paid.paid.length })}
          nextLabel={totals.left === 0 ? t(($) => $.shu.decide.toDivision) : undefined}
          onNext={() => setPaid(undefined)}
          onReversed={() => setPaid(undefined)}
        />
      )}
      {!paid && totals.left > 0 && (
        <PayForm
          year={year}
          decidedOn={decided.date}
          picked={[...picked]}
          onPaid={(payment) => {
            setPicked(new Set())
            setPaid(payment)
          }}
        />
      )}
      {!paid && totals.left === 0 && <Text fw={600}>{t(($) => $.shu.pay.allPaid)}</Text>}
      <Shares distribution={distribution} picked={picked} onPick={setPicked} />
      <DecidedDivision year={year} />
    </>
  )
}

/** How the year was divided, by the rule the decision keeps, and what went to modal penyertaan. */
function DecidedDivision({ year }: { readonly year: number }) {
  const { data } = useQuery(orpc.closing.simulateShu.queryOptions({ input: { year } }))
  if (!data) return null
  return (
    <>
      <ParticipationTable simulated={data} isDecided />
      <Division simulated={data} />
    </>
  )
}

interface SharesProps {
  readonly distribution: Distribution
  readonly picked: ReadonlySet<string>
  readonly onPick: (picked: ReadonlySet<string>) => void
}

function Shares({ distribution: { year, members, totals }, picked, onPick }: SharesProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const title = t(($) => $.shu.members.title)
  const toggle = (memberId: string) => {
    const next = new Set(picked)
    if (!next.delete(memberId)) next.add(memberId)
    onPick(next)
  }
  return (
    <>
      <Title order={2} size="h4" mt="xl" mb="xs">
        {title}
      </Title>
      <DataTable
        label={title}
        rows={members}
        rowKey={({ memberId }) => memberId}
        empty={t(($) => $.shu.members.empty)}
        onOpen={({ memberId }) => navigate(`/closing/shu/member/${memberId}?year=${year}`)}
        opens={t(($) => $.shu.members.opens)}
        maxHeight="32rem"
        totals={{ ...totals }}
        columns={[
          {
            key: 'number',
            title: t(($) => $.shu.members.number),
            kind: 'code',
            width: '5rem',
            value: (row) => row.number,
          },
          {
            ...{ key: 'name', title: t(($) => $.shu.members.name) },
            value: ({ name, active }) => (active ? name : t(($) => $.shu.members.hasLeft, { name })),
          },
          { key: 'share', title: t(($) => $.shu.members.total), kind: 'money', value: ({ share }) => share },
          { key: 'paid', title: t(($) => $.shu.members.paid), kind: 'money', value: (row) => row.paid },
          { key: 'left', title: t(($) => $.shu.members.left), kind: 'money', value: ({ left }) => left },
          {
            ...{ key: 'pick', title: t(($) => $.shu.members.pick), width: '5rem' },
            value: () => '',
            render: ({ memberId, name, left }) =>
              left > 0 ? (
                <Checkbox
                  aria-label={t(($) => $.shu.members.pickOf, { name })}
                  checked={picked.has(memberId)}
                  onChange={() => toggle(memberId)}
                  onClick={(event) => event.stopPropagation()}
                  onKeyDown={(event) => event.stopPropagation()}
                />
              ) : null,
          },
        ]}
      />
    </>
  )
}
