import { Group } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { firstDayOfYear, yearOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { PeriodFields } from '../../../ui/fields/PeriodFields.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { usePlaces } from './places.ts'

type Card = Answers['trade']['stockCard']
type Row = Card['rows'][number]

/** Kartu persediaan: what came, what went and what is there after it, in all or at one place. */
export function StockCard() {
  const { t, language } = useText()
  const { itemId = '' } = useParams()
  const { today } = useBook()
  const [period, setPeriod] = useState({ from: firstDayOfYear(yearOf(today)), to: today })
  const [place, setPlace] = useState('')
  const places = usePlaces()
  const params = { itemId, ...period, ...(place !== '' && { locationId: place }) }
  const { data, error } = useQuery({
    ...orpc.trade.stockCard.queryOptions({ input: params }),
    placeholderData: keepPreviousData,
  })
  if (!data) return <Complaint error={error} />
  return (
    <>
      <PageHead
        title={`${t(($) => $.shop.card.title)}: ${data.name}`}
        text={`${data.number} · ${t(($) => $.trade.kind[data.kind])}`}
        actions={<PaperButton asked={{ report: 'stockCard', params, language }} label={t(($) => $.shop.print)} />}
      />
      <Group align="flex-start" gap="sm" mb="md">
        <PeriodFields value={period} onChange={setPeriod} today={today} />
        <ChoiceField
          label={t(($) => $.shop.places.place)}
          value={place}
          onChange={setPlace}
          none={t(($) => $.shop.card.everywhere)}
          choices={places.map(({ locationId, name }) => ({ value: locationId, label: name }))}
        />
      </Group>
      <Complaint error={error} />
      <Figures card={data} isWhole={place === ''} />
      <Rows card={data} isWhole={place === ''} />
    </>
  )
}

interface CardPartProps {
  readonly card: Card
  /** False for one place, where goods have quantities alone. */
  readonly isWhole: boolean
}

function Figures({ card: { opening, closing, unitName, kind }, isWhole }: CardPartProps) {
  const { t } = useText()
  const isValued = isWhole && kind !== 'consigned'
  const figure = (label: string, { qty, value }: Card['opening']) => (
    <KeyFigure
      label={label}
      figure={`${formatQuantity(qty)} ${unitName}`}
      note={isValued ? formatRupiah(value) : undefined}
    />
  )
  return (
    <KeyFigures>
      {figure(
        t(($) => $.shop.card.opening),
        opening,
      )}
      {figure(
        t(($) => $.shop.card.closing),
        closing,
      )}
    </KeyFigures>
  )
}

function Rows({ card, isWhole }: CardPartProps) {
  const { t } = useText()
  const navigate = useNavigate()
  const isValued = isWhole && card.kind !== 'consigned'
  const what = ({ kind, partyName, isReversal }: Row) => {
    const name = kind === 'journal' ? t(($) => $.shop.card.journal) : t(($) => $.trade.document.kind[kind])
    const told = partyName === null ? name : `${name}, ${partyName}`
    return isReversal ? t(($) => $.shop.card.takenBack, { what: told }) : told
  }
  const quantity = (key: 'in' | 'out' | 'qtyAfter'): Column<Row> => ({
    ...{ key, title: t(($) => $.shop.card[key]), kind: 'number', width: '6rem' },
    value: (row) => (row[key] === 0 && key !== 'qtyAfter' ? '' : formatQuantity(row[key])),
  })
  const columns: readonly Column<Row>[] = [
    { key: 'date', title: t(($) => $.trade.date), kind: 'date', value: ({ date }) => date },
    { key: 'number', title: t(($) => $.shop.number), kind: 'code', value: ({ number }) => number },
    { key: 'what', title: t(($) => $.shop.debts.what), value: what },
    ...[quantity('in'), quantity('out'), quantity('qtyAfter')],
    ...(isValued
      ? (['cost', 'valueAfter'] as const).map(
          (key): Column<Row> => ({ key, title: t(($) => $.shop.card[key]), kind: 'money', value: (row) => row[key] }),
        )
      : []),
  ]
  const rows = card.rows.map((row, index) => ({ ...row, position: index }))
  return (
    <DataTable
      label={t(($) => $.shop.card.title)}
      columns={columns}
      rows={rows}
      rowKey={({ position }) => String(position)}
      canOpen={({ documentId }) => documentId !== null}
      onOpen={({ documentId }) => void navigate(`/trade/documents/${documentId}`)}
      empty={t(($) => $.shop.card.none)}
    />
  )
}
