import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { DocumentPaper } from '../documents/DocumentPaper.tsx'
import { GoodsEntry } from '../goods/GoodsEntry.tsx'
import { countedInput, type GoodsLine, goodsField } from '../goods/goods-lines.ts'
import { anyGoods } from '../items/wanted.ts'
import { basketKeys } from '../sell/basket-keys.ts'
import { PlaceField } from './PlaceField.tsx'
import { shopPlace, usePlaceNames, usePlaces } from './places.ts'

type Slip = Answers['trade']['transfer']

interface Values {
  readonly from: string
  readonly to: string
  readonly lines: readonly GoodsLine[]
  readonly date: string | null
  readonly note: string
}

/** Goods go from one place to another: to an outlet that sells them for us, and back. */
export function Move() {
  const { t } = useText()
  const [saved, setSaved] = useState<{ readonly slip: Slip; readonly to: string }>()
  useFreshVisit(() => setSaved(undefined))
  const placeName = usePlaceNames()
  return (
    <>
      <PageHead title={t(($) => $.shop.move.title)} text={t(($) => $.shop.move.text)} />
      {saved ? (
        <DoneNotice
          sentence={t(($) => $.shop.move.saved, { number: saved.slip.number, place: placeName(saved.to) })}
          text={t(($) => $.trade.noMoney)}
        >
          <Button onClick={() => setSaved(undefined)}>{t(($) => $.ui.saved.next)}</Button>
          <DocumentPaper kind="transfer" documentId={saved.slip.documentId} />
        </DoneNotice>
      ) : (
        <Fields onSaved={(slip, { to }) => setSaved({ slip, to })} />
      )}
    </>
  )
}

function Fields({ onSaved }: { readonly onSaved: (slip: Slip, values: Values) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const other = usePlaces().find(({ locationId, active }) => active && locationId !== shopPlace)?.locationId
  const initial: Values = { from: shopPlace, to: '', lines: [], date: today, note: '' }
  const form = useEntryForm({
    initial,
    save: ({ from, to, lines, date, note }: Values, requestId) =>
      client.trade.transfer({
        ...{ requestId, from, to: to || (other ?? shopPlace), date: date ?? '', lines: countedInput(lines) },
        ...(note.trim() !== '' && { note }),
      }),
    onSaved: (slip: Slip, values: Values) => onSaved(slip, { ...values, to: values.to || (other ?? shopPlace) }),
    paths: (path, { lines }) => goodsField(path, lines),
  })
  const { lines, to } = form.values
  return (
    <div onKeyDownCapture={basketKeys}>
      <FormFrame
        form={form}
        label={t(($) => $.shop.move.title)}
        saveLabel={t(($) => $.shop.move.save)}
        maxWidth="48rem"
      >
        <Group grow align="flex-start" gap="md">
          <PlaceField label={t(($) => $.shop.move.from)} {...form.field('from')} autoFocus />
          <PlaceField label={t(($) => $.shop.move.to)} {...form.field('to')} value={to || (other ?? shopPlace)} />
        </Group>
        <GoodsEntry
          lines={lines}
          onChange={(next) => form.set('lines', next)}
          errorAt={form.errorAt}
          wanted={anyGoods}
          place={form.values.from}
        />
        <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
        <TextField label={t(($) => $.trade.note)} {...form.field('note')} />
      </FormFrame>
    </div>
  )
}
