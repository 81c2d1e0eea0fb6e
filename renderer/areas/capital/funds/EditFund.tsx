import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { FundFields } from './FundFields.tsx'
import { fundField, fundValues, updateInput } from './fund-values.ts'

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
    onSaved: ({ name }) => void navigate(card, { state: { changed: name } }),
    paths: fundField,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.capital.fund.edit)}
      saveLabel={t(($) => $.capital.fund.saveChange)}
      onCancel={() => void navigate(card)}
      maxWidth="52rem"
    >
      <FundFields form={form} isKnown />
    </FormFrame>
  )
}
