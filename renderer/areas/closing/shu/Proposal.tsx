import { Alert, Button, Group, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { percentsTogether } from '../../../../shared/rules/surplus-bylaw.ts'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { useText } from '../../../ui/text.ts'
import { DecideForm } from './DecideForm.tsx'
import { Division, type Tried } from './Division.tsx'
import { MembersTable } from './MembersTable.tsx'
import { ParticipationTable } from './ParticipationTable.tsx'

export type Simulated = Answers['closing']['simulateShu']

interface ProposalProps {
  readonly year: number
  readonly isClosed: boolean
  readonly onDecided: (decision: Answers['closing']['decideShu']) => void
}

/** How a year would be divided, with other percentages tried beside the rule; the meeting's decision below. */
export function Proposal({ year, isClosed, onDecided }: ProposalProps) {
  const { t } = useText()
  const { data, error } = useQuery(orpc.closing.simulateShu.queryOptions({ input: { year } }))
  const [tried, setTried] = useState<Tried>()
  const other = useTried(data, tried)
  return (
    <>
      <Alert color="yellow" variant="light" mb="md" role="status">
        <Text c="dark.9" fw={700}>
          {t(($) => $.shu.proposal)}
        </Text>
        {!isClosed && <Text c="dark.9">{t(($) => $.shu.openYear, { year })}</Text>}
        <RuleInForce year={year} />
      </Alert>
      <Complaint error={error ?? other.error} />
      {data && (
        <>
          <Origin simulated={data} />
          <Division simulated={data} other={other.data} tried={tried} onTry={setTried} />
          <Warnings warnings={data.warnings} />
          <ParticipationTable simulated={data} />
          <MembersTable simulated={data} other={other.data} />
          <Title order={2} size="h4" mt="xl" mb="xs">
            {t(($) => $.shu.decide.title)}
          </Title>
          {isClosed ? <DecideForm year={year} onDecided={onDecided} /> : <CloseFirst year={year} />}
        </>
      )}
    </>
  )
}

/** The division by what is tried, once it is a whole rule that differs from the one in force. */
function useTried(simulated: Simulated | undefined, tried: Tried | undefined) {
  const shares = simulated?.bylaw.shares ?? []
  const pcts = shares.map(({ key, pct }) => (tried ? (tried[key] ?? null) : pct))
  const known = pcts.filter((pct) => pct !== null)
  const isWhole = known.length === shares.length && percentsTogether(known).gap === '0'
  const isEnabled = simulated !== undefined && tried !== undefined && isWhole
  const bylaw = simulated && {
    ...simulated.bylaw,
    shares: simulated.bylaw.shares.map((share, at) => ({ ...share, pct: pcts[at] ?? share.pct })),
  }
  const input = { year: simulated?.year ?? 0, ...(bylaw && { bylaw }) }
  const { data, error } = useQuery({ ...orpc.closing.simulateShu.queryOptions({ input }), enabled: isEnabled })
  return { data: isEnabled ? data : undefined, error: isEnabled ? error : null }
}

function RuleInForce({ year }: { readonly year: number }) {
  const { t } = useText()
  const { data } = useQuery(orpc.closing.bylaw.queryOptions({ input: { year } }))
  if (!data) return null
  return (
    <Text c="dark.9">
      {data.fromYear === null ? t(($) => $.shu.usualRule) : t(($) => $.shu.ruleOf, { year: data.fromYear })}
    </Text>
  )
}

/** Where the result comes from, and what of it is divided. */
function Origin({ simulated }: { readonly simulated: Simulated }) {
  const { t } = useText()
  const { fromMembers, fromOthers, grants, reservedForOthers, surplus } = simulated
  const figures = [
    { part: 'members', amount: fromMembers, isShown: true },
    { part: 'others', amount: fromOthers, isShown: true },
    { part: 'grants', amount: grants, isShown: grants !== 0 },
    { part: 'reserved', amount: reservedForOthers, isShown: reservedForOthers !== 0 },
    { part: 'divided', amount: surplus, isShown: true },
  ] as const
  return (
    <KeyFigures>
      {figures
        .filter(({ isShown }) => isShown)
        .map(({ part, amount }) => (
          <KeyFigure key={part} label={t(($) => $.shu.from[part])} figure={formatRupiah(amount)} />
        ))}
    </KeyFigures>
  )
}

/** What nobody has a claim to is said, not left to be found. */
function Warnings({ warnings }: { readonly warnings: readonly string[] }) {
  const { t } = useText()
  const known: Readonly<Record<string, string>> = t(($) => $.shu.warning, { returnObjects: true })
  return warnings.map((warning) => (
    <Text key={warning} mt="sm" fw={600}>
      {known[warning] ?? warning}
    </Text>
  ))
}

function CloseFirst({ year }: { readonly year: number }) {
  const { t } = useText()
  return (
    <Group gap="sm">
      <Text>{t(($) => $.shu.decide.closeFirst, { year })}</Text>
      <Button component={Link} to={`/closing/year?year=${year}`} variant="default">
        {t(($) => $.shu.toClose, { year })}
      </Button>
    </Group>
  )
}
