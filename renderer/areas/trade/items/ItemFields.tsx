import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { MemberSearch } from '../../../app/MemberSearch.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { QuantityField, RateField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import { PartnerSearch } from '../partners/PartnerSearch.tsx'
import classes from '../trade.module.css'
import { type ItemValues, itemKinds } from './item-values.ts'

interface ItemFieldsProps {
  readonly form: EntryForm<ItemValues>
  /** A known item keeps what it is, whose, and its number. */
  readonly isKnown?: boolean
}

/** What is asked of every item; how its cost is reckoned and the like waits behind *Isian lain*. */
export function ItemFields({ form, isKnown = false }: ItemFieldsProps) {
  const { t } = useText()
  const { kind } = form.values
  const kinds = itemKinds.map((value) => ({ value, label: t(($) => $.trade.kind[value]) }))
  return (
    <>
      <div className={classes.two}>
        <TextField label={t(($) => $.trade.item.name)} {...form.field('name')} autoFocus />
        {!isKnown && <ChoiceField label={t(($) => $.trade.item.kind)} {...form.field('kind')} choices={kinds} />}
        {!isKnown && kind === 'consigned' && <Owner form={form} />}
        {kind === 'consigned' && (
          <RateField
            label={t(($) => $.trade.item.commission)}
            description={t(($) => $.trade.item.commissionText)}
            {...form.field('commissionPct')}
          />
        )}
        <TextField
          label={t(($) => $.trade.item.unit)}
          description={t(($) => $.trade.item.unitText)}
          {...form.field('unitName')}
        />
        <TextField
          label={t(($) => $.trade.item.barcode)}
          description={t(($) => $.trade.item.barcodeText)}
          {...form.field('barcode')}
        />
        <MoneyField
          label={t(($) => $.trade.item.priceOther)}
          description={t(($) => $.trade.item.priceOtherText)}
          {...form.field('priceOther')}
        />
        <MoneyField
          label={t(($) => $.trade.item.priceMember)}
          description={t(($) => $.trade.item.priceMemberText)}
          {...form.field('priceMember')}
        />
        {kind !== 'service' && (
          <QuantityField
            label={t(($) => $.trade.item.minimum)}
            description={t(($) => $.trade.item.minimumText)}
            {...form.field('minimum')}
          />
        )}
      </div>
      <More form={form} isKnown={isKnown} />
    </>
  )
}

function Owner({ form }: { readonly form: EntryForm<ItemValues> }) {
  const { t } = useText()
  const { ownerType } = form.values
  return (
    <>
      <ChoiceField
        label={t(($) => $.trade.item.ownerType)}
        {...form.field('ownerType')}
        onChange={(type) => {
          form.set('ownerType', type)
          form.set('owner', null)
        }}
        choices={(['member', 'partner'] as const).map((value) => ({
          value,
          label: t(($) => $.trade.item.ownerTypes[value]),
        }))}
      />
      {ownerType === 'member' ? (
        <MemberSearch
          key="member"
          label={t(($) => $.trade.item.owner)}
          {...form.field('owner')}
          value={form.values.owner as Parameters<typeof MemberSearch>[0]['value']}
        />
      ) : (
        <PartnerSearch key="partner" kind="maker" label={t(($) => $.trade.item.owner)} {...form.field('owner')} />
      )}
    </>
  )
}

function More({ form, isKnown }: { readonly form: EntryForm<ItemValues>; readonly isKnown: boolean }) {
  const { t } = useText()
  const [isAsked, setAsked] = useState(isKnown && (form.values.note !== '' || !form.values.active))
  const isRefused = form.hasFailed && ['number', 'costing', 'note'].some((field) => form.errorAt(field) !== undefined)
  const isOpen = isAsked || isRefused
  const { kind } = form.values
  return (
    <>
      <div>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setAsked(!isOpen)}>
          {t(($) => $.trade.more)}
        </Button>
      </div>
      {isOpen && (
        <div className={classes.two}>
          {!isKnown && (
            <TextField
              label={t(($) => $.trade.item.number)}
              description={t(($) => $.trade.numberText)}
              {...form.field('number')}
            />
          )}
          {kind !== 'service' && kind !== 'consigned' && (
            <ChoiceField
              label={t(($) => $.trade.item.costing)}
              description={t(($) => $.trade.item.costingText)}
              {...form.field('costing')}
              choices={(['moving_average', 'fifo'] as const).map((value) => ({
                value,
                label: t(($) => $.trade.costing[value]),
              }))}
            />
          )}
          <TextField label={t(($) => $.trade.note)} {...form.field('note')} />
          {isKnown && <InUse form={form} label={t(($) => $.trade.item.active)} />}
        </div>
      )}
    </>
  )
}

function InUse({ form, label }: { readonly form: EntryForm<ItemValues>; readonly label: string }) {
  const { value, onChange, error } = form.field('active')
  return (
    <Checkbox
      label={label}
      checked={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.checked)}
      mt="xl"
    />
  )
}
