import { useState } from 'react'
import type { LoanProduct } from '../../../../shared/contract/loan-terms.ts'
import { client } from '../../../client.ts'
import { Done } from '../../../ui/display/Done.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../settings.module.css'
import { FeeFields } from './FeeFields.tsx'
import { InterestFields, RoundingFields } from './InterestFields.tsx'
import { LimitFields } from './LimitFields.tsx'
import { LoanExample } from './LoanExample.tsx'
import { NameFields } from './NameFields.tsx'
import { PaymentFields, PenaltyFields } from './PaymentFields.tsx'
import { productInput, productPaths, productValues } from './product-values.ts'

/** All rules of a kind of loan in one form, saved together; the example beside it follows what is typed. */
export function LoanProductForm({ product }: { readonly product: LoanProduct }) {
  const { t, language } = useText()
  const [sentence, setSentence] = useState<string>()
  const form = useEntryForm({
    initial: productValues(product),
    save: (values, requestId) =>
      client.loans.updateProduct({ requestId, product: product.product, ...productInput(values) }),
    onSaved: (answer) => {
      form.reset(productValues(answer))
      setSentence(t(($) => $.loanRules.saved, { name: language === 'en' ? answer.nameEn : answer.nameId }))
    },
    paths: productPaths,
  })
  return (
    <div className={classes.withExample}>
      <FormFrame
        form={form}
        label={t(($) => $.loanRules.form)}
        saveLabel={t(($) => $.loanRules.save)}
        maxWidth="44rem"
        actions={<Done sentence={form.isDirty() ? undefined : sentence} />}
      >
        <NameFields form={form} />
        <InterestFields form={form} />
        <RoundingFields form={form} />
        <FeeFields form={form} />
        <PenaltyFields form={form} />
        <PaymentFields form={form} />
        <LimitFields form={form} />
      </FormFrame>
      <LoanExample values={form.values} />
    </div>
  )
}
