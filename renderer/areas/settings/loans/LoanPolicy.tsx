import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { LoanPolicyForm } from './LoanPolicyForm.tsx'

/** What was decided about all loans together. */
export function LoanPolicy() {
  const { t } = useText()
  const { data, error } = useQuery(orpc.loans.policy.queryOptions({ input: {} }))
  return (
    <>
      <PageHead title={t(($) => $.loanRules.policy.title)} text={t(($) => $.loanRules.policy.text)} />
      {data ? <LoanPolicyForm policy={data} /> : <Complaint error={error} />}
    </>
  )
}
