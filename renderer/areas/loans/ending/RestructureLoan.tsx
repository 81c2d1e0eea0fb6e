import { Anchor, Button, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { LoanLine } from '../LoanLine.tsx'
import { type Loan, useLoanWarnings } from '../loan-words.ts'
import { RestructureForm } from './RestructureForm.tsx'

type Restructured = Answers['loans']['restructure']

/** A loan that cannot be paid as agreed goes on as a new one, whose schedule is seen before it is agreed. */
export function RestructureLoan() {
  const { t } = useText()
  const { loanId = '' } = useParams()
  const [done, setDone] = useState<Restructured>()
  useFreshVisit(() => setDone(undefined))
  const card = useQuery(orpc.loans.card.queryOptions({ input: { loanId } }))
  const officers = useQuery(orpc.officers.list.queryOptions({ input: {} }))
  const loan = card.data?.loan
  if (!loan || officers.isPending) return <Complaint error={card.error} />
  const chair = officers.data?.rows.find(({ role }) => role === 'chair')?.name ?? ''
  return (
    <>
      <PageHead title={`${t(($) => $.loans.restructure.title)}: ${loan.memberName}`} text={<LoanLine loan={loan} />} />
      {done && <Notice loan={loan} done={done} />}
      {!done && loan.state === 'disbursed' && <RestructureForm loan={loan} by={chair} onDone={setDone} />}
      {!done && loan.state !== 'disbursed' && <Text>{t(($) => $.loans.restructure.notRunning)}</Text>}
    </>
  )
}

function Notice({ loan, done }: { readonly loan: Loan; readonly done: Restructured }) {
  const { t, language } = useText()
  const [isReversed, setReversed] = useState(false)
  const warnings = useLoanWarnings(done.warnings)
  return (
    <SavedPanel
      posted={done}
      sentence={t(($) => $.loans.restructure.saved, {
        ...{ number: loan.number, by: done.number, amount: formatRupiah(done.principal) },
      })}
      warnings={warnings}
      onReversed={() => setReversed(true)}
    >
      {!isReversed && (
        <>
          <Title order={3} size="h5" mt="md" mb="xs">
            {t(($) => $.loans.restructure.next)}
          </Title>
          <PaperButton
            asked={{ report: 'loanAddendum', params: { loanId: done.loanId }, language }}
            label={t(($) => $.loans.papers.addendum)}
          />
          <Button component={Link} to={`/loans/card/${done.loanId}`} variant="default" ml="sm">
            {t(($) => $.loans.restructure.newCard)}
          </Button>
        </>
      )}
      <Anchor component={Link} to={`/loans/card/${loan.loanId}`} display="block" mt="sm" underline="always">
        {t(($) => $.loans.restructure.oldCard)}
      </Anchor>
    </SavedPanel>
  )
}
