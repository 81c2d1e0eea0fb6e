import { Button, Group, Title } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { formatRupiah, sen } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { GoodsEntry } from '../goods/GoodsEntry.tsx'
import { countedInput, type GoodsLine, goodsField } from '../goods/goods-lines.ts'
import { ownGoods } from '../items/wanted.ts'
import { basketKeys, focusField } from '../sell/basket-keys.ts'
import { PlaceField } from './PlaceField.tsx'
import { ProductCosts } from './ProductCosts.tsx'
import { ProductionPreview } from './ProductionPreview.tsx'
import { shopPlace } from './places.ts'

/** What was saved, with the items it was made of. */
interface Produced {
  readonly answer: Answers['trade']['produce']
  readonly goods: readonly GoodsLine[]
}

interface Values {
  readonly materials: readonly GoodsLine[]
  readonly products: readonly GoodsLine[]
  readonly costs: readonly Cost[]
  readonly place: string
  readonly date: string | null
  readonly note: string
}

interface Cost {
  readonly key: number
  readonly amount: number | null
  readonly account: string | null
  readonly memo: string
}

/** Only what is the cooperative's own is made into something. */

/** Pengolahan: materials and money become products that cost what went into them. */
export function Produce() {
  const { t } = useText()
  const [made, setMade] = useState<Produced>()
  useFreshVisit(() => setMade(undefined))
  return (
    <>
      <PageHead title={t(($) => $.shop.produce.title)} text={t(($) => $.shop.produce.text)} />
      {made ? (
        <SavedPanel
          posted={made.answer}
          sentence={t(($) => $.shop.produce.saved, { amount: formatRupiah(made.answer.total) })}
          onNext={() => setMade(undefined)}
        >
          <ProductCosts products={made.answer.products} goods={made.goods} />
        </SavedPanel>
      ) : (
        <Fields onMade={setMade} />
      )}
    </>
  )
}

function producedInput({ materials, products, costs, place, date, note }: Values) {
  const paid = costs.filter(({ amount }) => amount !== null)
  return {
    ...{ date: date ?? '', locationId: place, materials: countedInput(materials), products: countedInput(products) },
    ...(paid.length > 0 && {
      costs: paid.map(({ amount, account, memo }) => ({
        ...{ account: account ?? '', amount: amount ?? 0 },
        ...(memo.trim() !== '' && { memo }),
      })),
    }),
    ...(note.trim() !== '' && { note }),
  } as Omit<Inputs['trade']['produce'], 'requestId'>
}

function previewInput({ materials, products, costs, place, date }: Values): Inputs['trade']['previewProduction'] {
  return {
    ...{ date: date ?? '', locationId: place, materials: countedInput(materials), products: countedInput(products) },
    costs: costs.flatMap(({ amount }) => (amount === null ? [] : [{ amount: sen(amount) }])),
  }
}

function producedField(path: string, { materials, products, costs }: Values): string {
  const [, index, field] = /^costs\.(\d+)\.(\w+)$/.exec(path) ?? []
  if (index !== undefined) {
    const paid = costs.filter(({ amount }) => amount !== null)
    return `costs.${paid[Number(index)]?.key}.${field}`
  }
  return path === 'locationId' ? 'place' : goodsField(goodsField(path, materials, 'materials'), products, 'products')
}

function Fields({ onMade }: { readonly onMade: (made: Produced) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const costs: readonly Cost[] = [{ key: 0, amount: null, account: null, memo: '' }]
  const initial: Values = { materials: [], products: [], costs, place: shopPlace, date: today, note: '' }
  const form = useEntryForm({
    initial,
    save: (values: Values, requestId) => client.trade.produce({ ...producedInput(values), requestId }),
    onSaved: (answer, { products }) => onMade({ answer, goods: products }),
    paths: producedField,
  })
  const title = t(($) => $.shop.produce.title)
  return (
    <div onKeyDownCapture={listKeys}>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.shop.produce.save)} maxWidth="52rem">
        <Goods form={form} list="materials" autoFocus />
        <Costs form={form} />
        <Goods form={form} list="products" />
        <Group grow align="flex-start" gap="md">
          <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
          <PlaceField label={t(($) => $.shop.places.place)} {...form.field('place')} />
        </Group>
        <TextField label={t(($) => $.trade.note)} {...form.field('note')} />
        <ProductionPreview input={previewInput(form.values)} products={form.values.products} />
      </FormFrame>
    </div>
  )
}

interface GoodsProps {
  readonly form: EntryForm<Values>
  readonly list: 'materials' | 'products'
  readonly autoFocus?: boolean
}

/** Where Enter in an empty search leads, once all of a list is entered. */
const behind = { materials: 'costs.0.amount', products: 'date' } as const

/** The keys of the till within each of the two lists; Enter in an empty search goes on behind its list. */
function listKeys(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, ctrlKey } = event
  const section = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-goods]') : null
  if (!section) return
  const isLeft = target instanceof HTMLInputElement && target.name === 'search' && target.value.trim() === ''
  if (key !== 'Enter' || ctrlKey || !isLeft || target.matches('[data-expanded]')) {
    basketKeys(event, section)
    return
  }
  if (!focusField(target.form, behind[section.dataset.goods === 'materials' ? 'materials' : 'products'])) return
  event.preventDefault()
  event.stopPropagation()
}

function Goods({ form, list, autoFocus = false }: GoodsProps) {
  const { t } = useText()
  return (
    <section data-goods={list}>
      <Title order={2} size="h4" mb="xs">
        {t(($) => $.shop.produce[list])}
      </Title>
      <GoodsEntry
        lines={form.values[list]}
        onChange={(lines) => form.set(list, lines)}
        errorAt={form.errorAt}
        wanted={ownGoods}
        list={list}
        place={form.values.place}
        label={t(($) => $.shop.produce.search[list])}
        autoFocus={autoFocus}
      />
    </section>
  )
}

function Costs({ form }: { readonly form: EntryForm<Values> }) {
  const { t } = useText()
  const { costs } = form.values
  const put = (key: number, changed: Partial<Cost>) =>
    form.set(
      'costs',
      costs.map((cost) => (cost.key === key ? { ...cost, ...changed } : cost)),
    )
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {t(($) => $.shop.produce.costs)}
      </Title>
      {costs.map(({ key, amount, account, memo }) => (
        <Group key={key} grow align="flex-start" gap="md" mb="xs">
          <MoneyField
            label={t(($) => $.shop.produce.cost)}
            name={`costs.${key}.amount`}
            value={amount}
            onChange={(value) => put(key, { amount: value })}
            error={form.errorAt(`costs.${key}.amount`)}
            withoutWords
          />
          <TextField
            label={t(($) => $.shop.produce.memo)}
            name={`costs.${key}.memo`}
            value={memo}
            onChange={(value) => put(key, { memo: value })}
            error={form.errorAt(`costs.${key}.memo`)}
          />
          <CashAccountSelect
            label={t(($) => $.trade.from)}
            name={`costs.${key}.account`}
            value={account}
            onChange={(value) => put(key, { account: value })}
            onOffer={(value) =>
              form.offer('costs')(costs.map((cost) => (cost.key === key ? { ...cost, account: value } : cost)))
            }
            error={form.errorAt(`costs.${key}.account`)}
          />
        </Group>
      ))}
      <Button
        variant="default"
        onClick={() => form.set('costs', [...costs, { key: costs.length, amount: null, account: null, memo: '' }])}
      >
        {t(($) => $.shop.produce.more)}
      </Button>
    </section>
  )
}
