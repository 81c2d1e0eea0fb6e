import { Box, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { AttachmentPanel } from '../../../app/attachments/AttachmentPanel.tsx'
import { orpc } from '../../../app/queries.ts'
import { VoucherActions } from '../../../app/VoucherActions.tsx'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { DocumentPaper } from './DocumentPaper.tsx'
import { ReturnForm } from './ReturnForm.tsx'

type Document = Answers['trade']['document']

/** One document of the trade again: its lines, what of them came back, and bringing back more of them. */
export function Document() {
  const { t, language } = useText()
  const { documentId = '' } = useParams()
  const { data, error } = useQuery(orpc.trade.document.queryOptions({ input: { documentId } }))
  if (!data) return <Complaint error={error} />
  const { kind, number, date, partyName, reversedBy, entryId, total } = data
  const about = [formatDate(date, language), ...(partyName === null ? [] : [partyName])].join(', ')
  const isReturnable = reversedBy === null && (kind === 'sale' || kind === 'purchase')
  return (
    <>
      <PageHead title={`${t(($) => $.trade.document.kind[kind])} ${number}`} text={about} />
      {reversedBy !== null && (
        <Text role="alert" fw={600} mb="sm">
          {t(($) => $.trade.document.reversed, { by: reversedBy })}
        </Text>
      )}
      <Lines document={data} />
      {total > 0 && (
        <Text size="lg" fw={650} my="sm">
          {t(($) => $.trade.document.total, { amount: formatRupiah(total) })}
        </Text>
      )}
      <Box mb="sm">
        <DocumentPaper kind={kind} documentId={data.documentId} />
      </Box>
      {entryId !== null && (
        <VoucherActions posted={{ entryId, voucher: number, date }} isReversible={reversedBy === null} />
      )}
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

function Lines({ document }: { readonly document: Document }) {
  const { t } = useText()
  const isMoney = document.total > 0
  const hasReturns = document.lines.some(({ returned }) => returned > 0)
  type Line = Document['lines'][number]
  const columns: readonly Column<Line>[] = [
    { key: 'item', title: t(($) => $.trade.items.name), width: 'minmax(12rem, 2fr)', value: ({ item }) => item },
    {
      ...{ key: 'qty', title: t(($) => $.trade.sell.qty), kind: 'number' as const, width: '8rem' },
      value: ({ qty, unitName }) => `${formatQuantity(qty)} ${unitName}`,
    },
    ...(isMoney
      ? (['price', 'discount', 'amount'] as const).map(
          (key): Column<Line> => ({
            ...{ key, title: t(($) => $.trade.sell[key]), kind: 'money', hideZero: true, value: (line) => line[key] },
          }),
        )
      : []),
    ...(hasReturns
      ? [
          {
            ...{ key: 'returned', title: t(($) => $.trade.document.returned), kind: 'number' as const, width: '8rem' },
            value: ({ returned }: Line) => formatQuantity(returned),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      label={t(($) => $.trade.document.lines)}
      columns={columns}
      rows={document.lines}
      rowKey={({ n }) => String(n)}
    />
  )
}
