import { useNavigate } from 'react-router'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { methods } from './choices.ts'

/** One more kind of loan with the usual rules; its page is where they are changed. */
export function NewLoanProduct() {
  const { t } = useText()
  const navigate = useNavigate()
  const form = useEntryForm({
    initial: { method: 'flat' as (typeof methods)[number], nameId: '', nameEn: '' },
    save: ({ method, nameId, nameEn }, requestId) =>
      client.loans.createProduct({ requestId, method, nameId, ...(nameEn.trim() !== '' && { nameEn }) }),
    onSaved: ({ product }) => void navigate(`/settings/loans/${product}`),
  })
  const title = t(($) => $.loanRules.create.title)
  return (
    <>
      <PageHead title={title} text={t(($) => $.loanRules.create.text)} />
      <FormFrame
        form={form}
        label={title}
        saveLabel={t(($) => $.loanRules.create.save)}
        onCancel={() => void navigate('/settings/loans')}
      >
        <TextField label={t(($) => $.settings.products.nameId)} {...form.field('nameId')} autoFocus />
        <TextField label={t(($) => $.settings.products.nameEn)} {...form.field('nameEn')} />
        <ChoiceField
          label={t(($) => $.loanRules.method)}
          {...form.field('method')}
          choices={methods.map((value) => ({ value, label: t(($) => $.loans.methodLong[value]) }))}
        />
      </FormFrame>
    </>
  )
}
