import { Alert, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { ApproverField } from '../../../app/ApproverField.tsx'
import { orpc } from '../../../app/queries.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { FundFields } from './FundFields.tsx'
import { exceededIn, fundField, fundValues, raisedBy, updateInput } from './fund-values.ts'

type Fund = Answers['funds']['get']

/** Changes what was agreed, adds to the budget, or closes a fund and opens it again. */
export function EditFund() {
  const { t } = useText()
  const { fundId = '' } = useParams()
  const { data, error } = useQuery({
    ...orpc.funds.get.queryOptions({ input: { fundId } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <>
      <PageHead
        title={t(($) => $.capital.fund.edit)}
        text={data && `${data.number} · ${t(($) => $.capital.treatment[data.treatment])}`}
      />
      <Complaint error={error} />
      {data && <Fields key={fundId} fund={data} />}
    </>
  )
}

function Fields({ fund }: { readonly fund: Fund }) {
  const { t } = useText()
  const navigate = useNavigate()
  const { fundId } = fund
  const card = `/funds/card/${fundId}`
  const form = useEntryForm({
    initial: fundValues(fund),
    save: (values, requestId) => client.funds.update({ ...updateInput(values), requestId, fundId }),
    onSaved: ({ name, warnings }) => void navigate(card, { state: { changed: name, warnings } }),
    paths: fundField,
  })
  const raised = raisedBy(form.values, fund.budget)
  const exceeded = exceededIn(form.values, fund.budget)
  return (
    <FormFrame
      form={form}
      label={t(($) => $.capital.fund.edit)}
      saveLabel={t(($) => $.capital.fund.saveChange)}
      onCancel={() => void navigate(card)}
      maxWidth="52rem"
    >
      <FundFields form={form} isKnown />
      {exceeded.map(({ budgetLineId, name, spent }) => (
        <Alert key={budgetLineId} color="yellow" variant="light" role="status">
          <Text c="dark.9">{t(($) => $.capital.fund.belowSpent, { name, spent: formatRupiah(spent) })}</Text>
        </Alert>
      ))}
      {raised > 0 && (
        <>
          <Alert color="yellow" variant="light" role="status">
            <Text c="dark.9">{t(($) => $.capital.fund.raised, { amount: formatRupiah(raised) })}</Text>
          </Alert>
          <ApproverField label={t(($) => $.capital.move.spend.approvedBy)} field={form.field('approvedBy')} />
        </>
      )}
    </FormFrame>
  )
}
