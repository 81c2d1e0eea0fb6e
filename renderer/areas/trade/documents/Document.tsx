import { Box, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { AttachmentPanel } from '../../../app/attachments/AttachmentPanel.tsx'
import { orpc } from '../../../app/queries.ts'
import { UndoRequest } from '../../../app/UndoRequest.tsx'
import { VoucherActions } from '../../../app/VoucherActions.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { usePlaceNames } from '../stock/places.ts'
import { isStockReason } from '../stock/stock-reasons.ts'
import { DocumentPaper } from './DocumentPaper.tsx'
import { type ShownLine, shownLines } from './document-lines.ts'
import { ReturnForm } from './ReturnForm.tsx'

type Document = Answers['trade']['document']

/** One document of the trade again: its lines, what of them came back, and bringing back more of them. */
export function Document() {
  const { t, language } = useText()
  const { documentId = '' } = useParams()
  const { data, error } = useQuery(orpc.trade.document.queryOptions({ input: { documentId } }))
  const placeName = usePlaceNames()
  if (!data) return <Complaint error={error} />
  const { kind, number, date, dueOn, reversedBy, entryId, total, onCredit } = data
  const isTrade = kind === 'sale' || kind === 'purchase'
  const cameBack = data.lines.some(({ returned }) => returned > 0)
  const isReturnable = reversedBy === null && isTrade
  return (
    <>
      <PageHead
        title={`${t(($) => $.trade.document.kind[kind])} ${number}`}
        text={aboutOf(data, { date: formatDate(date, language), placeName })}
      />
      {reversedBy !== null && (
        <Text role="alert" fw={600} mb="sm">
          {entryId === null
            ? t(($) => $.shop.documents.takenBack)
            : t(($) => $.trade.document.reversed, { by: reversedBy })}
        </Text>
      )}
      <Lines document={data} />
      {total !== 0 && (
        <Text size="lg" fw={650} my="sm">
          {t(($) => $.trade.document.total, { amount: formatRupiah(total) })}
          {isTrade && onCredit !== 0 && ` · ${t(($) => $.trade.document.onCredit, { amount: formatRupiah(onCredit) })}`}
          {dueOn !== null && ` · ${t(($) => $.trade.document.dueOn, { date: formatDate(dueOn, language) })}`}
        </Text>
      )}
      <Box mb="sm">
        <DocumentPaper kind={kind} documentId={data.documentId} />
      </Box>
      {entryId === null ? (
        reversedBy === null && <TakeBack document={data} />
      ) : (
        <VoucherActions posted={{ entryId, voucher: number, date }} isReversible={reversedBy === null && !cameBack} />
      )}
      {cameBack && reversedBy === null && <Text mt="sm">{t(($) => $.trade.document.cameBack)}</Text>}
      {data.ofDocumentId !== null && (
        <Text mt="sm">
          <Link to={`/trade/documents/${data.ofDocumentId}`}>{t(($) => $.trade.document.first)}</Link>
        </Text>
      )}
      {isReturnable && (
        <ReturnForm key={documentId} document={data} way={kind === 'sale' ? 'returnSale' : 'returnPurchase'} />
      )}
      <AttachmentPanel subject={{ kind: 'tradeDocument', id: documentId }} />
    </>
  )
}

interface AboutWords {
  readonly date: string
  readonly placeName: (locationId: string) => string
}

/** The day, whose it is, where from and where to, who counted, and the note. */
function aboutOf(document: Document, { date, placeName }: AboutWords): string {
  const { partyName, locationId, toLocationId, countedBy, note } = document
  const places = [locationId, toLocationId].flatMap((place) => (place === null ? [] : [placeName(place)]))
  return [date, partyName, places.join(' → '), countedBy.join(', '), note].filter(Boolean).join(' · ')
}

/** Takes back a slip that moved goods and no money. */
function TakeBack({ document: { requestId, date, number } }: { readonly document: Document }) {
  const { t, language } = useText()
  if (requestId === null) return null
  const words = {
    action: t(($) => $.ui.saved.reverse),
    title: t(($) => $.ui.reverse.title, { voucher: number }),
    reason: t(($) => $.ui.reverse.reason),
    keep: t(($) => $.ui.reverse.keep),
    text: (day: string) => t(($) => $.shop.documents.takeBackText, { date: formatDate(day, language) }),
  }
  return (
    <div>
      <UndoRequest {...{ requestId, date, words }} />
    </div>
  )
}

/** What a document is about, line by line; a payment has none. */
function Lines({ document }: { readonly document: Document }) {
  const { t } = useText()
  const columns = useColumns(document)
  if (document.lines.length === 0) return null
  return (
    <DataTable
      label={t(($) => $.trade.document.lines)}
      columns={columns}
      rows={shownLines(
        document,
        t(($) => $.shop.produce.cost),
      )}
      rowKey={({ n }) => String(n)}
    />
  )
}

function useColumns(document: Document): readonly Column<ShownLine>[] {
  const { t } = useText()
  const isCount = document.kind === 'stock_take'
  const isPriced = document.kind === 'sale' || document.kind === 'sale_return'
  const hasReturns = document.lines.some(({ returned }) => returned > 0)
  const quantity = (key: 'counted' | 'returned', title: string): Column<ShownLine> => ({
    ...{ key, title, kind: 'number', width: '8rem' },
    value: (line) => formatQuantity(line[key] ?? 0),
  })
  const money = (key: 'price' | 'discount' | 'amount'): Column<ShownLine> => ({
    ...{ key, title: t(($) => $.trade.sell[key]), kind: 'money', hideZero: true, value: (line) => line[key] },
  })
  return [
    { key: 'item', title: t(($) => $.trade.items.name), width: 'minmax(12rem, 2fr)', value: ({ item }) => item },
    ...(isCount
      ? [
          quantity(
            'counted',
            t(($) => $.shop.take.counted),
          ),
        ]
      : []),
    {
      ...{ key: 'qty', kind: 'number' as const, width: '8rem' },
      title: t(($) => (isCount ? $.shop.take.difference : $.trade.sell.qty)),
      value: ({ qty, unitName }) => (qty === null ? '' : `${formatQuantity(qty)} ${unitName}`),
    },
    ...(isPriced ? [money('price'), money('discount')] : []),
    ...(document.lines.some(({ amount }) => amount !== 0) ? [money('amount')] : []),
    ...(isCount
      ? [
          {
            ...{ key: 'reason', title: t(($) => $.shop.take.reason) },
            value: ({ reason }: ShownLine) =>
              isStockReason(reason) ? t(($) => $.shop.take.reasons[reason]) : (reason ?? ''),
          },
        ]
      : []),
    ...(hasReturns
      ? [
          quantity(
            'returned',
            t(($) => $.trade.document.returned),
          ),
        ]
      : []),
  ]
}
