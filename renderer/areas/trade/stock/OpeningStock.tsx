import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { GoodsEntry } from '../goods/GoodsEntry.tsx'
import { type GoodsLine, goodsField } from '../goods/goods-lines.ts'
import { anyGoods } from '../items/wanted.ts'
import { basketKeys } from '../sell/basket-keys.ts'
import { PlaceField } from './PlaceField.tsx'
import { shopPlace } from './places.ts'

type TakenOver = Answers['trade']['openingStock']

interface Values {
  readonly place: string
  readonly lines: readonly GoodsLine[]
  readonly date: string | null
}

/** Goods taken over from the paper books, with what they cost. */
export function OpeningStock() {
  const { t } = useText()
  const [saved, setSaved] = useState<TakenOver>()
  useFreshVisit(() => setSaved(undefined))
  const next = () => setSaved(undefined)
  return (
    <>
      <PageHead title={t(($) => $.shop.opening.title)} text={t(($) => $.shop.opening.text)} />
      {saved && <Notice saved={saved} onNext={next} />}
      {!saved && <Fields onSaved={setSaved} />}
    </>
  )
}

function Notice({ saved, onNext }: { readonly saved: TakenOver; readonly onNext: () => void }) {
  const { t } = useText()
  const { entryId, voucher, number, date, total } = saved
  if (entryId !== null && voucher !== null) {
    const sentence = t(($) => $.shop.opening.saved, { amount: formatRupiah(total) })
    return <SavedPanel posted={{ entryId, voucher, date }} sentence={sentence} onNext={onNext} />
  }
  return (
    <DoneNotice sentence={t(($) => $.shop.opening.savedKept, { number })} text={t(($) => $.trade.noMoney)}>
      <Button onClick={onNext}>{t(($) => $.ui.saved.next)}</Button>
    </DoneNotice>
  )
}

function Fields({ onSaved }: { readonly onSaved: (taken: TakenOver) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = { place: shopPlace, lines: [], date: today }
  const form = useEntryForm({
    initial,
    save: ({ place, lines, date }: Values, requestId) =>
      client.trade.openingStock({
        ...{ requestId, locationId: place, date: date ?? '' },
        lines: lines.map(({ item, qty, amount }) => ({
          ...{ itemId: item.itemId, qty: qty ?? 0 },
          ...(amount !== null && { cost: amount }),
        })),
      } as Inputs['trade']['openingStock']),
    onSaved,
    paths: (path, { lines }) =>
      path === 'locationId' ? 'place' : goodsField(path.replace(/\.cost$/, '.amount'), lines),
  })
  return (
    <div onKeyDownCapture={basketKeys}>
      <FormFrame
        form={form}
        label={t(($) => $.shop.opening.title)}
        saveLabel={t(($) => $.shop.opening.save)}
        maxWidth="52rem"
      >
        <GoodsEntry
          lines={form.values.lines}
          onChange={(lines) => form.set('lines', lines)}
          errorAt={form.errorAt}
          wanted={anyGoods}
          isBought
          place={form.values.place}
          autoFocus
        />
        <Group grow align="flex-start" gap="md">
          <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
          <PlaceField label={t(($) => $.shop.places.place)} {...form.field('place')} />
        </Group>
      </FormFrame>
    </div>
  )
}
