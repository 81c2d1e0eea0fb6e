import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { memberOption } from '../../../ui/fields/MemberPicker.tsx'
import { useText } from '../../../ui/text.ts'
import { useLoanWarnings } from '../loan-words.ts'
import { ApplicationForm, type Applied } from './ApplicationForm.tsx'

/** An application: nothing is paid out yet. `?member=` fills in whom the screen before knew. */
export function ApplyForLoan() {
  const { t } = useText()
  const [params] = useSearchParams()
  const [applied, setApplied] = useState<Applied>()
  useFreshVisit(() => setApplied(undefined))
  const memberId = params.get('member')
  const known = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId: memberId ?? '' } }),
    enabled: memberId !== null,
  })
  const isWaiting = memberId !== null && known.isPending
  return (
    <>
      <PageHead title={t(($) => $.loans.apply.title)} />
      {applied && <Notice applied={applied} onNext={() => setApplied(undefined)} />}
      {!applied && !isWaiting && (
        <ApplicationForm member={known.data ? memberOption(known.data) : null} onApplied={setApplied} />
      )}
    </>
  )
}

function Notice({ applied, onNext }: { readonly applied: Applied; readonly onNext: () => void }) {
  const { t, language } = useText()
  const { answer, member, principal, date } = applied
  const { loanId, number } = answer
  const warnings = useLoanWarnings(answer.warnings)
  return (
    <DoneNotice
      sentence={t(($) => $.loans.apply.saved, { number, member: member.title, amount: formatRupiah(principal) })}
      text={[t(($) => $.loans.apply.savedNext), ...warnings].join(' ')}
    >
      <Button component={Link} to={`/loans/approve/${loanId}`}>
        {t(($) => $.loans.apply.approve)}
      </Button>
      <PaperButton
        asked={{ report: 'loanSchedule', params: { loanId, date }, language }}
        label={t(($) => $.loans.card.printSchedule)}
      />
      <Button component={Link} to={`/loans/card/${loanId}`} variant="default">
        {t(($) => $.loans.form.card)}
      </Button>
      <Button variant="default" onClick={onNext}>
        {t(($) => $.loans.apply.next)}
      </Button>
    </DoneNotice>
  )
}
