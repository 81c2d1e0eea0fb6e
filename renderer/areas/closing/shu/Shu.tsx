import { Box, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { useClosingYear, type YearRow } from '../use-year.ts'
import { YearChoice } from '../YearChoice.tsx'
import { Decided } from './Decided.tsx'
import { Proposal } from './Proposal.tsx'

type Decision = Answers['closing']['decideShu']

/** The surplus of a year: as it would be divided until the meeting decides, then as it is paid. */
export function Shu() {
  const { t, language } = useText()
  const { year, row, rows, error } = useClosingYear()
  return (
    <>
      <PageHead
        title={t(($) => $.shu.title)}
        text={t(($) => $.shu.text)}
        actions={
          <>
            <PaperButton
              asked={{ report: 'shuComponents', params: { year }, language }}
              label={t(($) => $.shu.print)}
            />
            <PaperButton
              asked={{ report: 'shuMembers', params: { year, signature: true }, language }}
              label={t(($) => $.shu.printMembers)}
            />
            <Button component={Link} to={`/closing/rule?year=${year}`} variant="default">
              {t(($) => $.shu.toRule)}
            </Button>
          </>
        }
      />
      <Complaint error={error} />
      <Box maw="12rem" mb="md">
        <YearChoice year={year} rows={rows} />
      </Box>
      <OneYear key={year} year={year} row={row} />
    </>
  )
}

function OneYear({ year, row }: { readonly year: number; readonly row: YearRow | undefined }) {
  const { t } = useText()
  const [decision, setDecision] = useState<Decision>()
  const below = useRef<HTMLDivElement>(null)
  useFreshVisit(() => setDecision(undefined))
  const { data, error } = useQuery(orpc.closing.distribution.queryOptions({ input: { year } }))
  return (
    <>
      <Complaint error={error} />
      {decision && (
        <SavedPanel
          posted={decision}
          sentence={t(($) => $.shu.decide.saved, { year, amount: formatRupiah(decision.totals.members) })}
          nextLabel={t(($) => $.shu.decide[decision.totals.members > 0 ? 'toPay' : 'toDivision'])}
          onNext={() => {
            setDecision(undefined)
            goOn(below.current)
          }}
          onReversed={() => setDecision(undefined)}
        />
      )}
      <div ref={below} tabIndex={-1}>
        {data?.decided && <Decided distribution={data} decided={data.decided} />}
      </div>
      {data && !data.decided && row && row.result < 0 && <Loss year={year} />}
      {data && !data.decided && !(row && row.result < 0) && (
        <Proposal year={year} isClosed={row?.state === 'closed'} onDecided={setDecision} />
      )}
    </>
  )
}

/** A decision is recorded once: what comes after it is to pay, else to look at who gets what. */
function goOn(below: HTMLElement | null): void {
  const next = below?.querySelector<HTMLElement>('form select') ?? below
  next?.focus()
}

/** A year with a loss has nothing to divide. */
function Loss({ year }: { readonly year: number }) {
  const { t } = useText()
  return (
    <Group gap="sm">
      {t(($) => $.error.NOT_ALLOWED_nothing_to_divide, { year })}
      <Button component={Link} to="/closing/deficit" variant="default">
        {t(($) => $.shu.toDeficit)}
      </Button>
    </Group>
  )
}
