import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { PartnerAnswer } from '../../../../shared/contract/partners.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { RateField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../trade.module.css'
import { newPartner, type PartnerValues, partnerInput, partnerKinds, partnerValues } from './partner-values.ts'

/** Somebody the cooperative trades with who is no member. */
export function NewPartner() {
  const { t } = useText()
  const [made, setMade] = useState<PartnerAnswer>()
  useFreshVisit(() => setMade(undefined))
  return (
    <>
      <PageHead title={t(($) => $.trade.partner.create)} text={t(($) => $.trade.partner.createText)} />
      {made ? (
        <DoneNotice sentence={t(($) => $.trade.partner.made, { name: made.name, number: made.number })}>
          <Button onClick={() => setMade(undefined)}>{t(($) => $.trade.partner.next)}</Button>
          <Button component={Link} to="/trade/partners" variant="default">
            {t(($) => $.trade.partner.list)}
          </Button>
        </DoneNotice>
      ) : (
        <NewFields onMade={setMade} />
      )}
    </>
  )
}

function NewFields({ onMade }: { readonly onMade: (partner: PartnerAnswer) => void }) {
  const { t } = useText()
  const form = useEntryForm({
    initial: newPartner,
    save: ({ number, ...values }: PartnerValues, requestId) =>
      client.partners.create({
        ...partnerInput({ ...values, number }),
        requestId,
        ...(number.trim() !== '' && { number }),
      }),
    onSaved: onMade,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.trade.partner.create)}
      saveLabel={t(($) => $.trade.partner.save)}
      maxWidth="52rem"
    >
      <Fields form={form} />
    </FormFrame>
  )
}

/** Changes what is known of a partner, above it what either owes the other. */
export function EditPartner() {
  const { t } = useText()
  const { partnerId = '' } = useParams()
  const partner = useQuery({
    ...orpc.partners.get.queryOptions({ input: { partnerId } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const { data } = partner
  const owed = (['receivable', 'payable', 'consignment', 'held'] as const).filter((key) => data?.balances[key])
  return (
    <>
      <PageHead title={t(($) => $.trade.partner.edit)} text={data?.number} />
      {partner.isError && <Complaint error={partner.error} />}
      {data && owed.length > 0 && (
        <KeyFigures>
          {owed.map((key) => (
            <KeyFigure
              key={key}
              label={t(($) => $.trade.partner.balance[key])}
              figure={formatRupiah(data.balances[key])}
            />
          ))}
        </KeyFigures>
      )}
      {data && <EditFields key={partnerId} partner={data} />}
    </>
  )
}

function EditFields({ partner }: { readonly partner: PartnerAnswer }) {
  const { t } = useText()
  const navigate = useNavigate()
  const { partnerId } = partner
  const toList = () => void navigate('/trade/partners')
  const form = useEntryForm({
    initial: partnerValues(partner),
    save: (values, requestId) =>
      client.partners.update({ ...partnerInput(values), requestId, partnerId, active: values.active }),
    onSaved: toList,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.trade.partner.edit)}
      saveLabel={t(($) => $.trade.partner.saveChange)}
      onCancel={toList}
      maxWidth="52rem"
    >
      <Fields form={form} isKnown />
    </FormFrame>
  )
}

interface FieldsProps {
  readonly form: EntryForm<PartnerValues>
  readonly isKnown?: boolean
}

function Fields({ form, isKnown = false }: FieldsProps) {
  const { t } = useText()
  const text = (key: 'phone' | 'address' | 'taxId') => (
    <TextField label={t(($) => $.trade.partner[key])} {...form.field(key)} />
  )
  const tick = (key: 'withholdsTax' | 'active') => {
    const { value, onChange, error } = form.field(key)
    const label = t(($) => $.trade.partner[key])
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
  return (
    <div className={classes.two}>
      <TextField label={t(($) => $.trade.partner.name)} {...form.field('name')} autoFocus />
      <ChoiceField
        label={t(($) => $.trade.partner.kind)}
        {...form.field('kind')}
        choices={partnerKinds.map((value) => ({ value, label: t(($) => $.trade.partnerKind[value]) }))}
      />
      {form.values.kind === 'marketplace' && (
        <>
          <RateField
            label={t(($) => $.trade.partner.fee)}
            description={t(($) => $.trade.partner.feeText)}
            {...form.field('feePct')}
          />
          {tick('withholdsTax')}
        </>
      )}
      {text('phone')}
      {text('address')}
      {text('taxId')}
      {!isKnown && (
        <TextField
          label={t(($) => $.trade.partner.number)}
          description={t(($) => $.trade.numberText)}
          {...form.field('number')}
        />
      )}
      <TextField label={t(($) => $.trade.note)} {...form.field('note')} />
      {isKnown && tick('active')}
    </div>
  )
}
