import { useNavigate } from 'react-router'
import { savingsKinds } from '../../../../shared/rules/default-savings.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

/** One more kind of savings with the rules usual for it; its page is where they are changed. */
export function NewProduct() {
  const { t } = useText()
  const navigate = useNavigate()
  const form = useEntryForm({
    initial: { kind: 'voluntary' as (typeof savingsKinds)[number], nameId: '', nameEn: '' },
    save: ({ kind, nameId, nameEn }, requestId) =>
      client.savings.createProduct({ requestId, kind, nameId, ...(nameEn.trim() !== '' && { nameEn }) }),
    onSaved: ({ product }) => void navigate(`/settings/products/${product}`),
  })
  const title = t(($) => $.savingsRules.create.title)
  return (
    <>
      <PageHead title={title} text={t(($) => $.savingsRules.create.text)} />
      <FormFrame
        form={form}
        label={title}
        saveLabel={t(($) => $.savingsRules.create.save)}
        onCancel={() => void navigate('/settings/products')}
      >
        <ChoiceField
          label={t(($) => $.savingsRules.create.kind)}
          {...form.field('kind')}
          choices={savingsKinds.map((value) => ({ value, label: t(($) => $.settings.products.kinds[value]) }))}
          autoFocus
        />
        <TextField label={t(($) => $.settings.products.nameId)} {...form.field('nameId')} />
        <TextField label={t(($) => $.settings.products.nameEn)} {...form.field('nameEn')} />
      </FormFrame>
    </>
  )
}
