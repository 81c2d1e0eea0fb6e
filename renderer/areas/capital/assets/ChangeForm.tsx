import { Title } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { client } from '../../../client.ts'
import { Done, useSaid } from '../../../ui/display/Done.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { conditions } from './asset-values.ts'

/** Where an asset is, who has it and how it is. */
export function ChangeForm({ card }: { readonly card: Answers['assets']['get'] }) {
  const { t } = useText()
  const [said, say] = useSaid()
  const { assetId, name, condition } = card
  const text = { place: card.place ?? '', holder: card.holder ?? '', serial: card.serial ?? '', note: card.note ?? '' }
  const form = useEntryForm({
    initial: { name, condition, ...text },
    save: (values, requestId) => client.assets.update({ requestId, assetId, ...values }),
    onSaved: (_, values) => {
      form.reset(values)
      say(t(($) => $.assets.change.saved, { name: values.name }))
    },
  })
  const title = t(($) => $.assets.change.title)
  return (
    <div>
      <Title order={2} size="h4" mt="md" mb="xs">
        {title}
      </Title>
      <Done key={said.count} sentence={said.sentence} />
      <FormFrame form={form} label={title} saveLabel={t(($) => $.assets.change.save)}>
        <TextField label={t(($) => $.assets.entry.name)} {...form.field('name')} />
        <TextField label={t(($) => $.assets.entry.place)} {...form.field('place')} />
        <TextField label={t(($) => $.assets.entry.holder)} {...form.field('holder')} />
        <TextField label={t(($) => $.assets.entry.serial)} {...form.field('serial')} />
        <ChoiceField
          label={t(($) => $.assets.entry.condition)}
          {...form.field('condition')}
          choices={conditions.map((value) => ({ value, label: t(($) => $.assets.condition[value]) }))}
        />
        <TextField label={t(($) => $.assets.entry.note)} {...form.field('note')} />
      </FormFrame>
    </div>
  )
}
