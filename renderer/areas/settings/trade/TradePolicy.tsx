import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { orpc } from '../../../app/queries.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { Done } from '../../../ui/display/Done.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

type Policy = Answers['trade']['policy']

/** What was decided about buying and selling on credit; a field that is left empty sets no bound. */
export function TradePolicy() {
  const { t } = useText()
  const { data, error } = useQuery(orpc.trade.policy.queryOptions({ input: {} }))
  return (
    <>
      <PageHead title={t(($) => $.shop.policy.title)} text={t(($) => $.shop.policy.text)} />
      {data ? <PolicyForm policy={data} /> : <Complaint error={error} />}
    </>
  )
}

function PolicyForm({ policy }: { readonly policy: Policy }) {
  const { t } = useText()
  const [sentence, setSentence] = useState<string>()
  const form = useEntryForm({
    initial: policy,
    save: (values, requestId) => client.trade.setPolicy({ requestId, ...values }),
    onSaved: (answer) => {
      form.reset(answer)
      setSentence(t(($) => $.shop.policy.saved))
    },
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.shop.policy.title)}
      saveLabel={t(($) => $.shop.policy.save)}
      maxWidth="34rem"
      actions={<Done sentence={form.isDirty() ? undefined : sentence} />}
    >
      <CountField
        label={t(($) => $.shop.policy.sale)}
        description={t(($) => $.shop.policy.days)}
        unit={t(($) => $.loanRules.days)}
        {...form.field('saleDueDays')}
      />
      <CountField
        label={t(($) => $.shop.policy.purchase)}
        description={t(($) => $.shop.policy.days)}
        unit={t(($) => $.loanRules.days)}
        {...form.field('purchaseDueDays')}
      />
      <MoneyField
        label={t(($) => $.shop.policy.limit)}
        description={t(($) => $.shop.policy.noLimit)}
        {...form.field('memberCreditLimit')}
      />
    </FormFrame>
  )
}
