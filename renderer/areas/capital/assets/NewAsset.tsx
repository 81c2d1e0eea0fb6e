import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { CountField, RateField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../capital.module.css'
import { useCapitalWarnings } from '../use-capital-warnings.ts'
import { AssetFund } from './AssetFund.tsx'
import {
  type AssetValues,
  assetGroups,
  conditions,
  fundOf,
  land,
  methods,
  newAsset,
  termsOf,
  ways,
} from './asset-values.ts'

interface Saved {
  readonly posted: Answers['assets']['acquire']
  readonly values: AssetValues
}

/** Something that lasts comes in: bought, given, or taken over from the books before. */
export function NewAsset() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  const warnings = useCapitalWarnings(saved?.posted.warnings ?? [])
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.assets.entry.title)} text={t(($) => $.assets.entry.text)} />
      {saved ? (
        <SavedPanel
          posted={saved.posted}
          sentence={t(($) => $.assets.entry.saved, {
            ...{ name: saved.values.name, number: saved.posted.number },
            cost: formatRupiah(saved.values.cost ?? 0),
          })}
          warnings={warnings}
          onNext={() => setSaved(undefined)}
        >
          <Button component={Link} to={`/funds/assets/card/${saved.posted.assetId}`} variant="default" mt="sm">
            {t(($) => $.assets.entry.open)}
          </Button>
        </SavedPanel>
      ) : (
        <Fields onSaved={(posted, values) => setSaved({ posted, values })} />
      )}
    </>
  )
}

function Fields({ onSaved }: { readonly onSaved: (posted: Saved['posted'], values: AssetValues) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const form = useEntryForm({ initial: newAsset(today), save: enter, onSaved })
  const { way, account } = form.values
  return (
    <FormFrame
      form={form}
      label={t(($) => $.assets.entry.title)}
      saveLabel={t(($) => $.assets.entry.save)}
      maxWidth="56rem"
    >
      <div className={classes.two}>
        <TextField label={t(($) => $.assets.entry.name)} {...form.field('name')} autoFocus />
        <ChoiceField
          label={t(($) => $.assets.entry.account)}
          {...form.field('account')}
          choices={assetGroups.map((value) => ({ value, label: t(($) => $.assets.group[value]) }))}
        />
        <ChoiceField
          label={t(($) => $.assets.entry.way)}
          {...form.field('way')}
          choices={ways.map((value) => ({ value, label: t(($) => $.assets.way[value]) }))}
        />
        <DateField
          label={t(($) => $.assets.entry[way === 'takeOver' ? 'takeOverDate' : 'date'])}
          today={today}
          {...form.field('date')}
        />
        <MoneyField label={t(($) => $.assets.entry.cost)} {...form.field('cost')} />
        <SourceFields form={form} />
        {account !== land && <LossFields form={form} />}
        <WhereFields form={form} />
      </div>
    </FormFrame>
  )
}

function enter(values: AssetValues, requestId: string): Promise<Saved['posted']> {
  const { way, cashAccount, partnerId, acquiredOn, accumulated } = values
  const terms = { requestId, ...termsOf(values) } as Parameters<typeof client.assets.takeOver>[0]
  if (way === 'takeOver') {
    const before = { acquiredOn: acquiredOn ?? '', ...(accumulated !== null && { accumulated }) }
    return client.assets.takeOver({ ...terms, ...before } as Parameters<typeof client.assets.takeOver>[0])
  }
  const { acquiredOn: _, accumulated: __, ...own } = terms
  if (way === 'cash') return client.assets.acquire({ ...own, cashAccount: cashAccount ?? '', ...fundOf(values) })
  if (way === 'credit') return client.assets.acquire({ ...own, partnerId })
  return client.assets.acquire({ ...own, grant: true, ...fundOf(values) })
}

interface FieldsProps {
  readonly form: EntryForm<AssetValues>
}

function SourceFields({ form }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const { way } = form.values
  if (way === 'grant') return <AssetFund form={form} />
  if (way === 'credit') return <SupplierField form={form} />
  if (way === 'cash') {
    return (
      <>
        <AssetFund form={form} />
        <CashAccountSelect
          label={t(($) => $.assets.entry.cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </>
    )
  }
  return (
    <>
      <DateField label={t(($) => $.assets.entry.acquiredOn)} today={today} anyDay {...form.field('acquiredOn')} />
      <MoneyField
        label={t(($) => $.assets.entry.accumulated)}
        description={t(($) => $.assets.entry.accumulatedText)}
        {...form.field('accumulated')}
      />
    </>
  )
}

function SupplierField({ form }: FieldsProps) {
  const { t } = useText()
  const { data } = useQuery(orpc.partners.list.queryOptions({ input: { activeOnly: true, limit: 200 } }))
  const choices = (data?.rows ?? []).map(({ partnerId, name, number }) => ({
    ...{ value: partnerId, label: `${name} (${number})` },
  }))
  return (
    <ChoiceField
      label={t(($) => $.assets.entry.partner)}
      {...form.field('partnerId')}
      none={t(($) => $.assets.entry.partnerNone)}
      choices={choices}
    />
  )
}

function LossFields({ form }: FieldsProps) {
  const { t } = useText()
  return (
    <>
      <CountField
        label={t(($) => $.assets.entry.months)}
        unit={t(($) => $.assets.entry.monthsUnit)}
        {...form.field('months')}
      />
      <MoneyField
        label={t(($) => $.assets.entry.residual)}
        description={t(($) => $.assets.entry.residualText)}
        {...form.field('residual')}
      />
      <ChoiceField
        label={t(($) => $.assets.entry.method)}
        {...form.field('method')}
        choices={methods.map((value) => ({ value, label: t(($) => $.assets.method[value]) }))}
      />
      {form.values.method === 'declining' && (
        <RateField label={t(($) => $.assets.entry.rate)} {...form.field('ratePctPerYear')} />
      )}
    </>
  )
}

function WhereFields({ form }: FieldsProps) {
  const { t } = useText()
  return (
    <>
      <TextField label={t(($) => $.assets.entry.place)} {...form.field('place')} />
      <TextField label={t(($) => $.assets.entry.holder)} {...form.field('holder')} />
      <TextField label={t(($) => $.assets.entry.serial)} {...form.field('serial')} />
      <ChoiceField
        label={t(($) => $.assets.entry.condition)}
        {...form.field('condition')}
        choices={conditions.map((value) => ({ value, label: t(($) => $.assets.condition[value]) }))}
      />
      <TextField
        label={t(($) => $.assets.entry.number)}
        description={t(($) => $.assets.entry.numberText)}
        {...form.field('number')}
      />
    </>
  )
}
