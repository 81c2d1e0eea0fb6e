import { Group, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { firstDayOfYear, yearOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { tradeKinds } from '../../../../shared/contract/trade-kinds.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { usePages } from '../../../app/use-pages.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { PeriodFields } from '../../../ui/fields/PeriodFields.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { useText } from '../../../ui/text.ts'
import { DocumentPaper, hasPaperOfItsOwn } from './DocumentPaper.tsx'

type Row = Answers['trade']['documents']['rows'][number]
type Kind = Row['kind']

/** Every document of goods by kind, period and any part of number, name and note; the newest first. */
export function DocumentsList() {
  const { t } = useText()
  const navigate = useNavigate()
  const { today } = useBook()
  const [period, setPeriod] = useState({ from: firstDayOfYear(yearOf(today)), to: today })
  const [params] = useSearchParams()
  const [kind, setKind] = useState(kindNamed(params.get('kind')))
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 120)
  const query = useInfiniteQuery({
    ...orpc.trade.documents.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...{ ...period, limit: 200 },
        ...(text !== '' && { text }),
        ...(kind !== '' && { kind }),
        ...(cursor !== undefined && { cursor }),
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const { rows, last, onVisible } = usePages(query)
  const title = t(($) => $.shop.documents.title)
  return (
    <>
      <PageHead title={title} text={t(($) => $.shop.documents.text)} />
      <Group align="flex-start" gap="sm" mb="sm">
        <TextField label={t(($) => $.shop.documents.search)} value={typed} onChange={setTyped} autoFocus />
        <ChoiceField
          label={t(($) => $.shop.documents.kind)}
          value={kind}
          onChange={setKind}
          none={t(($) => $.shop.documents.all)}
          choices={tradeKinds.map((value) => ({ value, label: t(($) => $.trade.document.kind[value]) }))}
        />
        <PeriodFields value={period} onChange={setPeriod} today={today} />
      </Group>
      <Totals totals={last?.totals ?? []} />
      <DataTable
        label={title}
        columns={useColumns(kind !== '' && hasPaperOfItsOwn(kind))}
        rows={rows}
        rowKey={({ documentId }) => documentId}
        onVisible={onVisible}
        onOpen={({ documentId }) => void navigate(`/trade/documents/${documentId}`)}
        isMuted={({ reversedBy }) => reversedBy !== null}
        isLoading={query.isPending}
        hasFailed={query.isError}
        onRetry={() => void query.refetch()}
        empty={t(($) => $.shop.documents.none)}
      />
    </>
  )
}

/** What all that stand come to, kind by kind, where money has to do with them. */
function Totals({ totals }: { readonly totals: Answers['trade']['documents']['totals'] }) {
  const { t } = useText()
  const parts = totals.map(({ kind, count, total }) => {
    const name = t(($) => $.trade.document.kind[kind])
    return total === 0 ? `${name} ${count}` : `${name} ${count} (${formatRupiah(total)})`
  })
  if (parts.length === 0) return null
  return (
    <Text role="status" c="gray.7" mb="sm">
      {parts.join(' · ')}
    </Text>
  )
}

/** The kind an address asks for; all kinds where it names none. */
function kindNamed(name: string | null): Kind | '' {
  return tradeKinds.find((kind) => kind === name) ?? ''
}

function useColumns(isPrinted: boolean): readonly Column<Row>[] {
  const { t } = useText()
  const remarks = ({ note, reversedBy }: Row) =>
    [...(reversedBy === null ? [] : [t(($) => $.shop.documents.takenBack)]), ...(note === null ? [] : [note])].join(' ')
  return [
    { key: 'date', title: t(($) => $.trade.date), kind: 'date', value: ({ date }) => date },
    { key: 'number', title: t(($) => $.shop.number), kind: 'code', value: ({ number }) => number },
    {
      ...{ key: 'kind', title: t(($) => $.shop.documents.kind), width: 'minmax(9rem, 1fr)' },
      value: ({ kind }) => t(($) => $.trade.document.kind[kind]),
    },
    { key: 'party', title: t(($) => $.shop.documents.party), value: ({ partyName }) => partyName },
    {
      ...{ key: 'total', title: t(($) => $.trade.sell.amount), kind: 'money', hideZero: true },
      value: ({ total }) => total,
    },
    { key: 'remarks', title: t(($) => $.trade.note), value: remarks },
    ...(isPrinted
      ? [
          {
            ...{ key: 'paper', title: t(($) => $.shop.documents.paper), width: '14rem' },
            value: ({ number }: Row) => number,
            render: (row: Row) => <RowPaper row={row} />,
          },
        ]
      : []),
  ]
}

/** Prints without opening the row it stands in. */
function RowPaper({ row: { kind, documentId, number } }: { readonly row: Row }) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the button's click and keys from the row
    <div onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <DocumentPaper kind={kind} documentId={documentId} number={number} />
    </div>
  )
}
