import { Checkbox } from '@mantine/core'
import { useNavigate, useParams } from 'react-router'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { PickerOption } from '../../../ui/fields/Picker.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { PartnerSearch } from '../partners/PartnerSearch.tsx'
import { type Place, usePlaces } from './places.ts'

const kinds = ['own', 'outlet', 'marketplace'] as const

interface NewValues {
  readonly name: string
  readonly kind: (typeof kinds)[number]
  readonly partner: PickerOption | null
}

/** Another place where goods lie: of our own, or at somebody's who sells them for us. */
export function NewPlace() {
  const { t } = useText()
  const navigate = useNavigate()
  const initial: NewValues = { name: '', kind: 'own', partner: null }
  const toList = () => void navigate('/trade/places')
  const form = useEntryForm({
    initial,
    save: ({ name, kind, partner }: NewValues, requestId) =>
      client.trade.createLocation({ requestId, name, ...(kind !== 'own' && { partnerId: partner?.id ?? '' }) }),
    onSaved: toList,
    paths: { partnerId: 'partner' },
  })
  const { kind } = form.values
  return (
    <>
      <PageHead title={t(($) => $.shop.places.create)} text={t(($) => $.shop.places.createText)} />
      <FormFrame
        form={form}
        label={t(($) => $.shop.places.create)}
        saveLabel={t(($) => $.shop.places.save)}
        onCancel={toList}
      >
        <TextField label={t(($) => $.shop.places.name)} {...form.field('name')} autoFocus />
        <ChoiceField
          label={t(($) => $.shop.places.kind)}
          {...form.field('kind')}
          choices={kinds.map((value) => ({ value, label: t(($) => $.shop.places.kinds[value]) }))}
        />
        {kind !== 'own' && (
          <PartnerSearch key={kind} kind={kind} label={t(($) => $.shop.places.partner)} {...form.field('partner')} />
        )}
      </FormFrame>
    </>
  )
}

/** Another name for a place, or out of use once nothing lies there. */
export function EditPlace() {
  const { t } = useText()
  const { placeId = '' } = useParams()
  const place = usePlaces().find(({ locationId }) => locationId === placeId)
  return (
    <>
      <PageHead title={t(($) => $.shop.places.edit)} text={place && t(($) => $.shop.places.kinds[place.kind])} />
      {place && <EditFields key={placeId} place={place} />}
    </>
  )
}

function EditFields({ place: { locationId, name, active } }: { readonly place: Place }) {
  const { t } = useText()
  const navigate = useNavigate()
  const toList = () => void navigate('/trade/places')
  const form = useEntryForm({
    initial: { name, active },
    save: (values, requestId) => client.trade.updateLocation({ ...values, requestId, locationId }),
    onSaved: toList,
  })
  const { value, onChange, error } = form.field('active')
  return (
    <FormFrame
      form={form}
      label={t(($) => $.shop.places.edit)}
      saveLabel={t(($) => $.shop.places.save)}
      onCancel={toList}
    >
      <TextField label={t(($) => $.shop.places.name)} {...form.field('name')} autoFocus />
      <Checkbox
        label={t(($) => $.trade.partner.active)}
        checked={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </FormFrame>
  )
}
