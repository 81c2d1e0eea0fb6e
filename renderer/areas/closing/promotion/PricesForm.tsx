import { Text, Title } from '@mantine/core'
import { useState } from 'react'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatQuantity, type Milli } from '../../../../shared/rules/quantity.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { RateField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../closing.module.css'
import { type Prices, type PriceValues, priceField, priceInput, priceValues, type SeenTyped } from './price-values.ts'

interface PricesFormProps {
  readonly kept: Prices
  readonly onSaved: (sentence: string, answer: Prices) => void
}

/** Two rates and a price for each item members traded, each with where and when it was seen. */
export function PricesForm({ kept, onSaved }: PricesFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const [initial] = useState(() => priceValues(kept, today))
  const form = useEntryForm({
    initial,
    save: (values, requestId) => client.closing.setOutsidePrices({ requestId, ...priceInput(values, kept) }),
    onSaved: (answer) =>
      onSaved(
        t(($) => $.outsidePrices.saved, { year: kept.year }),
        answer,
      ),
    paths: priceField,
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.outsidePrices.title)}
      saveLabel={t(($) => $.outsidePrices.save)}
      maxWidth="60rem"
      summary={t(($) => $.outsidePrices.benefit, { amount: formatRupiah(kept.benefit) })}
    >
      <Title order={2} size="h4" mt="md">
        {t(($) => $.outsidePrices.credit)}
      </Title>
      <Rate form={form} name="loans" own={kept.loans} />
      <Rate form={form} name="savings" own={kept.savings} />
      {kept.goods.length === 0 && <Text>{t(($) => $.outsidePrices.none)}</Text>}
      {kept.goods.map((item, at) => (
        <div key={`${item.way} ${item.itemId}`}>
          {kept.goods[at - 1]?.way !== item.way && (
            <Title order={2} size="h4" mt="md" mb="xs">
              {t(($) => $.outsidePrices[item.way])}
            </Title>
          )}
          <Goods form={form} at={at} item={item} />
        </div>
      ))}
    </FormFrame>
  )
}

interface RateProps {
  readonly form: EntryForm<PriceValues>
  readonly name: 'loans' | 'savings'
  readonly own: Prices['loans']
}

function Rate({ form, name, own: { interest, mean } }: RateProps) {
  const { t } = useText()
  const typed = form.values[name]
  return (
    <div className={classes.two}>
      <RateField
        label={t(($) => $.outsidePrices[name])}
        description={t(($) => $.outsidePrices.mean, { amount: formatRupiah(interest), mean: formatRupiah(mean) })}
        name={`${name}.ratePctPerYear`}
        value={typed.ratePctPerYear}
        onChange={(ratePctPerYear) => form.set(name, { ...typed, ratePctPerYear })}
        error={form.errorAt(`${name}.ratePctPerYear`)}
      />
      <Seen form={form} path={name} typed={typed} onChange={(part) => form.set(name, { ...typed, ...part })} />
    </div>
  )
}

interface GoodsProps {
  readonly form: EntryForm<PriceValues>
  readonly at: number
  readonly item: Prices['goods'][number]
}

function Goods({ form, at, item }: GoodsProps) {
  const { t } = useText()
  const { name, unitName: unit, amount, qty } = item
  const typed = form.values.goods[at]
  const set = (part: Partial<PriceValues['goods'][number]>) => {
    form.set(
      'goods',
      form.values.goods.map((one, index) => (index === at ? { ...one, ...part } : one)),
    )
  }
  const here = { amount: formatRupiah(amount), qty: formatQuantity(qty as Milli), unit }
  return (
    <div className={classes.two}>
      <MoneyField
        label={t(($) => $.outsidePrices.price, { item: name, unit })}
        description={t(($) => $.outsidePrices.here, here)}
        withoutWords
        name={`goods.${at}.price`}
        value={typed?.price ?? null}
        onChange={(price) => set({ price })}
        error={form.errorAt(`goods.${at}.price`)}
      />
      {typed && <Seen form={form} path={`goods.${at}`} typed={typed} onChange={set} />}
    </div>
  )
}

interface SeenProps {
  readonly form: EntryForm<PriceValues>
  readonly path: string
  readonly typed: SeenTyped
  readonly onChange: (part: Partial<SeenTyped>) => void
}

/** Where it was seen, and when. */
function Seen({ form, path, typed, onChange }: SeenProps) {
  const { t } = useText()
  const { today } = useBook()
  return (
    <>
      <TextField
        label={t(($) => $.outsidePrices.source)}
        name={`${path}.source`}
        value={typed.source}
        onChange={(source) => onChange({ source })}
        error={form.errorAt(`${path}.source`)}
      />
      <DateField
        label={t(($) => $.outsidePrices.seenOn)}
        name={`${path}.seenOn`}
        today={today}
        anyDay
        value={typed.seenOn}
        onChange={(seenOn) => onChange({ seenOn })}
        error={form.errorAt(`${path}.seenOn`)}
      />
    </>
  )
}
