import { Button, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { formatDate, formatMonth } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { AttachmentPanel } from '../../../app/attachments/AttachmentPanel.tsx'
import { orpc } from '../../../app/queries.ts'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { KeyFigure, KeyFigures } from '../../../ui/display/KeyFigures.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../capital.module.css'
import { EntriesTable } from '../EntriesTable.tsx'
import { ChangeForm } from './ChangeForm.tsx'
import { DisposalForm, type Disposed, DisposedPanel } from './DisposalForm.tsx'

type Card = Answers['assets']['get']
type Entry = Card['entries'][number]

/** One asset: what it cost and stands at, every entry on its card, where it is, and how it leaves. */
export function AssetCard() {
  const { t } = useText()
  const { assetId = '' } = useParams()
  const [disposed, setDisposed] = useState<Disposed>()
  useFreshVisit(() => setDisposed(undefined))
  const { data, error } = useQuery(orpc.assets.get.queryOptions({ input: { assetId } }))
  return (
    <>
      <PageHead title={data?.name ?? t(($) => $.assets.card.title)} text={data?.number} />
      <Complaint error={error} />
      {disposed && <DisposedPanel disposed={disposed} onReversed={() => setDisposed(undefined)} />}
      {data && !data.isThere && disposed === undefined && <Text mb="md">{t(($) => $.assets.card.gone)}</Text>}
      {data?.isThere && <Figures card={data} />}
      {data && <Entries rows={data.entries} />}
      {data?.isThere && (
        <div className={classes.sides}>
          <ChangeForm key={`change ${assetId}`} card={data} />
          {data.depreciateFirst === null ? (
            <DisposalForm key={`leave ${assetId}`} card={data} onSaved={setDisposed} />
          ) : (
            <Waits month={data.depreciateFirst} />
          )}
        </div>
      )}
      {data && <AttachmentPanel subject={{ kind: 'asset', id: assetId }} />}
    </>
  )
}

function Figures({ card }: { readonly card: Card }) {
  const { t, language } = useText()
  const { months, acquiredOn } = card
  const figures = ['bookValue', 'cost', 'accumulated'] as const
  const life = { months: months ?? 0, date: formatDate(acquiredOn, language) }
  return (
    <KeyFigures>
      {figures.map((key) => (
        <KeyFigure key={key} label={t(($) => $.assets.card[key])} figure={formatRupiah(card[key])} />
      ))}
      <KeyFigure
        label={t(($) => $.assets.card.life)}
        figure={months === null ? t(($) => $.assets.card.noLoss) : t(($) => $.assets.card.lifeText, life)}
      />
    </KeyFigures>
  )
}

function Entries({ rows }: { readonly rows: readonly Entry[] }) {
  const { t } = useText()
  return (
    <EntriesTable
      title={t(($) => $.assets.card.entries)}
      rows={rows}
      maxHeight="16rem"
      amounts={(['change', 'bookValue'] as const).map(
        (key): Column<Entry> => ({ key, title: t(($) => $.assets.card[key]), kind: 'money', value: (row) => row[key] }),
      )}
    />
  )
}

function Waits({ month }: { readonly month: string }) {
  const { t, language } = useText()
  return (
    <div>
      <Title order={2} size="h4" mt="md" mb="xs">
        {t(($) => $.assets.leave.title)}
      </Title>
      <Text mb="sm">{t(($) => $.assets.leave.waits, { month: formatMonth(month, language) })}</Text>
      <Button component={Link} to="/funds/assets/depreciation" variant="default">
        {t(($) => $.assets.leave.toDepreciation)}
      </Button>
    </div>
  )
}
