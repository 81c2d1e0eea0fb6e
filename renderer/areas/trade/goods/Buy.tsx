import { Group, Text } from '@mantine/core'
import { useState } from 'react'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { MemberSearch } from '../../../app/MemberSearch.tsx'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import type { PickerOption } from '../../../ui/fields/Picker.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { ownGoods } from '../items/wanted.ts'
import { PartnerSearch } from '../partners/PartnerSearch.tsx'
import { basketKeys } from '../sell/basket-keys.ts'
import { PlaceFieldOfMany } from '../stock/PlaceField.tsx'
import { shopPlace } from '../stock/places.ts'
import { GoodsEntry } from './GoodsEntry.tsx'
import { type GoodsLine, goodsField } from './goods-lines.ts'

const sellers = ['partner', 'member', 'market'] as const

interface Values {
  readonly seller: (typeof sellers)[number]
  readonly place: string
  readonly member: PickedMember | null
  readonly partner: PickerOption | null
  readonly date: string | null
  readonly lines: readonly GoodsLine[]
  readonly otherCosts: number | null
  readonly way: 'now' | 'later'
  readonly cashAccount: string | null
  readonly paid: number | null
  readonly dueOn: string | null
}

interface Bought {
  readonly answer: Answers['trade']['purchase']
  /** Who is owed what was not paid. */
  readonly seller: string
}

/** Goods and services of the cooperative's own: what is kept for others is not bought. */

/** Goods bought from a supplier, outright from a member, or in the market. */
export function Buy() {
  const { t } = useText()
  const [saved, setSaved] = useState<Bought>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.trade.buy.title)} text={t(($) => $.trade.buy.text)} />
      {saved ? <Notice bought={saved} onNext={() => setSaved(undefined)} /> : <Fields onSaved={setSaved} />}
    </>
  )
}

/** What came in, and what of it is still to be paid, to whom and until when. */
function Notice({ bought: { answer, seller }, onNext }: { readonly bought: Bought; readonly onNext: () => void }) {
  const { t, language } = useText()
  const { total, owed, dueOn } = answer
  const sentences = [
    t(($) => $.trade.buy.saved, { amount: formatRupiah(total) }),
    ...(owed > 0 ? [t(($) => $.trade.buy.savedOwed, { name: seller, amount: formatRupiah(owed) })] : []),
    ...(owed > 0 && dueOn !== null
      ? [`${t(($) => $.trade.document.dueOn, { date: formatDate(dueOn, language) })}.`]
      : []),
  ]
  return <SavedPanel posted={answer} sentence={sentences.join(' ')} onNext={onNext} />
}

/** True where part of it may be paid later. */
function staysOwed({ way, paid }: Values): boolean {
  return way === 'later' || paid !== null
}

function purchaseInput(values: Values): Omit<Inputs['trade']['purchase'], 'requestId'> {
  const { seller, place, member, partner, date, lines, otherCosts, way, cashAccount, paid, dueOn } = values
  return {
    ...{ date: date ?? '', locationId: place },
    ...(seller === 'member' && member !== null && { memberId: member.id }),
    ...(seller === 'partner' && partner !== null && { partnerId: partner.id }),
    lines: lines.map(({ item, qty, amount }) => ({ itemId: item.itemId, qty: qty ?? 0, amount: amount ?? 0 })),
    ...(otherCosts !== null && { otherCosts }),
    ...(way === 'now' && { cashAccount: cashAccount ?? '' }),
    ...(way === 'now' && paid !== null && { paid }),
    ...(dueOn !== null && staysOwed(values) && { dueOn }),
  } as Omit<Inputs['trade']['purchase'], 'requestId'>
}

/** Which field a problem belongs to: what is owed to nobody is about the seller. */
function purchaseField(path: string, { lines, seller, way }: Values): string {
  if (path === 'locationId') return 'place'
  if (path === 'memberId' || path === 'partnerId') return seller
  if (path === 'cashAccount' && way === 'later') return seller === 'market' ? 'seller' : seller
  return goodsField(path, lines)
}

function Fields({ onSaved }: { readonly onSaved: (bought: Bought) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = {
    ...{ seller: 'partner', place: shopPlace, member: null, partner: null, date: today, lines: [], otherCosts: null },
    ...{ way: 'now', cashAccount: null, paid: null, dueOn: null },
  }
  const form = useEntryForm({
    initial,
    save: (values: Values, requestId) => client.trade.purchase({ ...purchaseInput(values), requestId }),
    onSaved: (answer, { seller, member, partner }) =>
      onSaved({ answer, seller: (seller === 'member' ? member : partner)?.title ?? '' }),
    paths: purchaseField,
  })
  return (
    <div onKeyDownCapture={basketKeys}>
      <FormFrame
        form={form}
        label={t(($) => $.trade.buy.title)}
        saveLabel={t(($) => $.trade.buy.save)}
        maxWidth="52rem"
      >
        <Seller form={form} />
        <PlaceFieldOfMany label={t(($) => $.shop.places.into)} {...form.field('place')} />
        <GoodsEntry
          lines={form.values.lines}
          onChange={(lines) => form.set('lines', lines)}
          errorAt={form.errorAt}
          wanted={ownGoods}
          isBought
          place={form.values.place}
        />
        <Payment form={form} />
        <Total {...form.values} />
      </FormFrame>
    </div>
  )
}

/** What all of it comes to, beside the button that saves: it is held against the seller's own nota. */
function Total({ lines, otherCosts }: Values) {
  const { t } = useText()
  const total = lines.reduce((sum, { amount }) => sum + (amount ?? 0), otherCosts ?? 0)
  return (
    <Text role="status" fw={600}>
      {t(($) => $.trade.buy.total, { total: formatRupiah(total) })}
    </Text>
  )
}

function Seller({ form }: { readonly form: EntryForm<Values> }) {
  const { t } = useText()
  const { today } = useBook()
  const { seller } = form.values
  return (
    <Group grow align="flex-start" gap="md">
      <ChoiceField
        label={t(($) => $.trade.buy.seller)}
        {...form.field('seller')}
        choices={sellers.map((value) => ({ value, label: t(($) => $.trade.buy.sellers[value]) }))}
        autoFocus
      />
      {seller === 'partner' && (
        <PartnerSearch label={t(($) => $.trade.partnerKind.supplier)} kind="supplier" {...form.field('partner')} />
      )}
      {seller === 'member' && <MemberSearch label={t(($) => $.trade.sell.member)} {...form.field('member')} />}
      <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
    </Group>
  )
}

function Payment({ form }: { readonly form: EntryForm<Values> }) {
  const { t } = useText()
  const { today } = useBook()
  return (
    <>
      <Group grow align="flex-start" gap="md">
        <MoneyField
          label={t(($) => $.trade.buy.otherCosts)}
          description={t(($) => $.trade.buy.otherCostsText)}
          {...form.field('otherCosts')}
          withoutWords
        />
        <ChoiceField
          label={t(($) => $.trade.sell.way)}
          description={t(($) => $.trade.buy.wayText)}
          {...form.field('way')}
          choices={(['now', 'later'] as const).map((value) => ({ value, label: t(($) => $.trade.buy.ways[value]) }))}
        />
      </Group>
      {form.values.way === 'now' && (
        <Group grow align="flex-start" gap="md">
          <CashAccountSelect
            label={t(($) => $.trade.from)}
            {...form.field('cashAccount')}
            onOffer={form.offer('cashAccount')}
          />
          <MoneyField
            label={t(($) => $.trade.buy.paid)}
            description={t(($) => $.trade.buy.paidText)}
            {...form.field('paid')}
            withoutWords
          />
        </Group>
      )}
      {staysOwed(form.values) && (
        <DateField
          label={t(($) => $.trade.dueOn)}
          description={t(($) => $.trade.dueOnText)}
          today={today}
          {...form.field('dueOn')}
          anyDay
        />
      )}
    </>
  )
}
