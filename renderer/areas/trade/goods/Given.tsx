import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { ownGoods } from '../items/wanted.ts'
import { basketKeys } from '../sell/basket-keys.ts'
import { PlaceField } from '../stock/PlaceField.tsx'
import { shopPlace } from '../stock/places.ts'
import { GoodsEntry } from './GoodsEntry.tsx'
import { type GoodsLine, goodsField } from './goods-lines.ts'

type Posted = Answers['funds']['receiveGoods']
type Fund = Answers['funds']['list']['rows'][number]

interface Values {
  readonly fundId: string
  readonly place: string
  readonly lines: readonly GoodsLine[]
  readonly date: string | null
}

interface Saved {
  readonly posted: Posted
  readonly fundId: string
}

const fundsMax = 1_000

/** Goods that somebody gives come into the shop: capital of the cooperative, at what they are worth. */
export function Given() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  const funds = useQuery(orpc.funds.list.queryOptions({ input: { activeOnly: true, limit: fundsMax } }))
  const capital = funds.data?.rows.filter(({ treatment }) => treatment === 'capital')
  return (
    <>
      <PageHead title={t(($) => $.shop.given.title)} text={t(($) => $.shop.given.text)} />
      <Complaint error={funds.error} />
      {saved && <Notice saved={saved} onNext={() => setSaved(undefined)} />}
      {!saved && capital?.length === 0 && <NoFund />}
      {!saved && capital && capital.length > 0 && <Fields funds={capital} onSaved={setSaved} />}
    </>
  )
}

function NoFund() {
  const { t } = useText()
  return (
    <>
      <Text mb="sm">{t(($) => $.shop.given.noFund)}</Text>
      <Button component={Link} to="/funds/new">
        {t(($) => $.capital.funds.create)}
      </Button>
    </>
  )
}

function Notice({ saved: { posted, fundId }, onNext }: { readonly saved: Saved; readonly onNext: () => void }) {
  const { t } = useText()
  const sentence = t(($) => $.shop.given.saved, { amount: formatRupiah(posted.total) })
  return (
    <SavedPanel posted={posted} sentence={sentence} onNext={onNext}>
      <Button component={Link} to={`/funds/card/${fundId}`} variant="default" mt="sm">
        {t(($) => $.capital.fund.toCard)}
      </Button>
    </SavedPanel>
  )
}

function goodsInput({ fundId, place, lines, date }: Values) {
  return {
    ...{ fundId, locationId: place, date: date ?? '' },
    lines: lines.map(({ item, qty, amount }) => ({ itemId: item.itemId, qty: qty ?? 0, amount: amount ?? 0 })),
  } as Omit<Inputs['funds']['receiveGoods'], 'requestId'>
}

interface FieldsProps {
  readonly funds: readonly Fund[]
  readonly onSaved: (saved: Saved) => void
}

function Fields({ funds, onSaved }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const [params] = useSearchParams()
  const [only] = funds
  const known = params.get('fund') ?? (funds.length === 1 ? (only?.fundId ?? '') : '')
  const initial: Values = { fundId: known, place: shopPlace, lines: [], date: today }
  const form = useEntryForm({
    initial,
    save: (values: Values, requestId) => client.funds.receiveGoods({ ...goodsInput(values), requestId }),
    onSaved: (posted, { fundId }) => onSaved({ posted, fundId }),
    paths: (path, { lines }) => (path === 'locationId' ? 'place' : goodsField(path, lines)),
  })
  return (
    <div onKeyDownCapture={basketKeys}>
      <FormFrame
        form={form}
        label={t(($) => $.shop.given.title)}
        saveLabel={t(($) => $.shop.given.save)}
        maxWidth="52rem"
      >
        <ChoiceField
          label={t(($) => $.shop.given.fund)}
          none={t(($) => $.capital.choose)}
          {...form.field('fundId')}
          choices={funds.map(({ fundId, name, donor }) => ({ value: fundId, label: `${name} (${donor})` }))}
          autoFocus={known === ''}
        />
        <GoodsEntry
          lines={form.values.lines}
          onChange={(lines) => form.set('lines', lines)}
          errorAt={form.errorAt}
          wanted={ownGoods}
          isBought
          place={form.values.place}
          autoFocus={known !== ''}
        />
        <Group grow align="flex-start" gap="md">
          <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
          <PlaceField label={t(($) => $.shop.places.place)} {...form.field('place')} />
        </Group>
      </FormFrame>
    </div>
  )
}
