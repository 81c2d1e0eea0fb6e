import { Checkbox, Fieldset, Select, SimpleGrid } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CooperativeAnswer } from '../../../shared/contract/cooperative.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { client } from '../../client.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { Done } from '../../ui/display/Done.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import {
  cooperativeInput,
  cooperativeValues,
  coopTypes,
  identityFields,
  placeFields,
  units,
} from './cooperative-values.ts'

/** What the cooperative says of itself, printed at the head of every report. */
export function Cooperative() {
  const { t } = useText()
  const { data, error } = useQuery(orpc.cooperative.get.queryOptions({ input: {} }))
  const [sentence, setSentence] = useState<string>()
  return (
    <>
      <PageHead title={t(($) => $.settings.cooperative.title)} text={t(($) => $.settings.cooperative.text)} />
      <Done sentence={sentence} />
      <Complaint error={error} />
      {data && (
        <CooperativeForm cooperative={data} onSaved={() => setSentence(t(($) => $.settings.cooperative.saved))} />
      )}
    </>
  )
}

interface CooperativeFormProps {
  readonly cooperative: CooperativeAnswer
  readonly onSaved: () => void
}

function CooperativeForm({ cooperative, onSaved }: CooperativeFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: cooperativeValues(cooperative),
    save: (values) => client.cooperative.update(cooperativeInput(values)),
    onSaved: (answer) => {
      form.reset(cooperativeValues(answer))
      onSaved()
    },
  })
  const { units: chosen } = form.values
  const toggle = (unit: (typeof units)[number]) =>
    form.set(
      'units',
      units.filter((one) => chosen.includes(one) !== (one === unit)),
    )
  return (
    <FormFrame form={form} label={t(($) => $.settings.cooperative.title)} maxWidth="52rem">
      <TextField label={t(($) => $.settings.cooperative.name)} {...form.field('name')} />
      <Fieldset legend={t(($) => $.settings.cooperative.place)}>
        <SimpleGrid cols={2} spacing="sm">
          {placeFields.map((field) => (
            <TextField key={field} label={t(($) => $.settings.cooperative[field])} {...form.field(field)} />
          ))}
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend={t(($) => $.settings.cooperative.identity)}>
        <SimpleGrid cols={2} spacing="sm">
          <DateField
            label={t(($) => $.settings.cooperative.foundedOn)}
            today={today}
            anyDay
            {...form.field('foundedOn')}
          />
          <Select
            label={t(($) => $.settings.cooperative.coopType)}
            placeholder={t(($) => $.settings.cooperative.noType)}
            allowDeselect
            data={coopTypes.map((type) => ({ value: type, label: t(($) => $.settings.cooperative.type[type]) }))}
            {...form.field('coopType')}
          />
          {identityFields.map((field) => (
            <TextField key={field} label={t(($) => $.settings.cooperative[field])} {...form.field(field)} />
          ))}
        </SimpleGrid>
      </Fieldset>
      <Checkbox.Group
        label={t(($) => $.settings.cooperative.units)}
        description={t(($) => $.settings.cooperative.unitsHint)}
        error={form.errorAt('units')}
        value={[...chosen]}
      >
        <SimpleGrid cols={3} mt="xs">
          {units.map((unit) => (
            <Checkbox
              key={unit}
              value={unit}
              label={t(($) => $.settings.cooperative.unit[unit])}
              onChange={() => toggle(unit)}
            />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
    </FormFrame>
  )
}
