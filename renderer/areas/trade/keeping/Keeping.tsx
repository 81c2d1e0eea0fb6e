import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
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
import { keptGoods } from '../items/wanted.ts'
import { basketKeys } from '../sell/basket-keys.ts'
import { PlaceFieldOfMany } from '../stock/PlaceField.tsx'
import { shopPlace } from '../stock/places.ts'

type Way = 'receive' | 'giveBack'
type Slip = Answers['trade']['receiveConsignment']

interface Values {
  readonly place: string
  readonly date: string | null
  readonly lines: readonly GoodsLine[]
  readonly note: string
}

interface Saved {
  readonly slip: Slip
  readonly owner: string
}

/** Goods that somebody leaves here to be sold. */
export function ReceiveGoods() {
  return <Keeping way="receive" />
}

/** Goods that were not sold go back to their owner. */
export function GiveBackGoods() {
  return <Keeping way="giveBack" />
}

function Keeping({ way }: { readonly way: Way }) {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  const warnings = usePostingWarnings(saved?.slip.warnings ?? [])
  return (
    <>
      <PageHead title={t(($) => $.trade[way].title)} text={t(($) => $.trade[way].text)} />
      {saved ? (
        <DoneNotice
          sentence={t(($) => $.trade[way].saved, { number: saved.slip.number, owner: saved.owner })}
          text={t(($) => $.trade.noMoney)}
          warnings={warnings}
        >
          <Button onClick={() => setSaved(undefined)}>{t(($) => $.ui.saved.next)}</Button>
          <DocumentPaper
            kind={way === 'receive' ? 'consignment_in' : 'consignment_return'}
            documentId={saved.slip.documentId}
          />
        </DoneNotice>
      ) : (
        <Fields way={way} onSaved={setSaved} />
      )}
    </>
  )
}

interface FieldsProps {
  readonly way: Way
  readonly onSaved: (saved: Saved) => void
}

function Fields({ way, onSaved }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = { place: shopPlace, date: today, lines: [], note: '' }
  const form = useEntryForm({
    initial,
    save: ({ place, date, lines, note }: Values, requestId) => {
      const input = {
        ...{ requestId, locationId: place, date: date ?? '', lines: countedInput(lines) },
        ...(note.trim() !== '' && { note }),
      }
      return way === 'receive' ? client.trade.receiveConsignment(input) : client.trade.returnConsignment(input)
    },
    onSaved: (slip: Slip, { lines }: Values) => onSaved({ slip, owner: lines[0]?.item.ownerName ?? '' }),
    paths: (path, { lines }) => (path === 'locationId' ? 'place' : goodsField(path, lines)),
  })
  const { lines } = form.values
  const [first] = lines
  return (
    <div onKeyDownCapture={basketKeys}>
      <FormFrame
        form={form}
        label={t(($) => $.trade[way].title)}
        saveLabel={t(($) => $.trade[way].save)}
        maxWidth="48rem"
      >
        <GoodsEntry
          lines={lines}
          onChange={(next) => form.set('lines', next)}
          errorAt={form.errorAt}
          wanted={keptGoods(first?.item)}
          place={form.values.place}
          autoFocus
        />
        <Group grow align="flex-start" gap="md">
          <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
          <PlaceFieldOfMany
            label={t(($) => (way === 'receive' ? $.shop.places.into : $.shop.places.from))}
            {...form.field('place')}
          />
        </Group>
        <TextField label={t(($) => $.trade.note)} {...form.field('note')} />
      </FormFrame>
    </div>
  )
}
