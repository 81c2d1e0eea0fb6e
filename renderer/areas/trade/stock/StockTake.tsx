import { Button, Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useAsked } from '../../../app/use-asked.ts'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { usePostingWarnings } from '../../../app/use-posting-warnings.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { DoneNotice } from '../../../ui/display/DoneNotice.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { DocumentPaper } from '../documents/DocumentPaper.tsx'
import { PlaceField } from './PlaceField.tsx'
import { shopPlace } from './places.ts'
import { StockTakeForm } from './StockTakeForm.tsx'

interface Taken {
  readonly answer: Answers['trade']['stockTake']
  /** Items that were not counted. */
  readonly uncounted: number
}

/** Hitung persediaan: what lies at a place, counted by two, and a difference that is booked by its reason. */
export function StockTake() {
  const { t } = useText()
  const navigate = useNavigate()
  const { placeId: place = shopPlace } = useParams()
  const [taken, setTaken] = useState<Taken>()
  const { today } = useBook()
  const asked = useAsked()
  const [date, setDate] = useState<string | null>(asked.date ?? today)
  useFreshVisit(() => setTaken(undefined))
  const onTaken = (answer: Taken['answer'], uncounted: number) => setTaken({ answer, uncounted })
  const sheet = useQuery({
    ...orpc.trade.countSheet.queryOptions({ input: { locationId: place, ...(date !== null && { asOf: date }) } }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead
        title={t(($) => $.shop.take.title)}
        text={t(($) => $.shop.take.text)}
        actions={
          <Button component={Link} to="/trade/documents?kind=stock_take" variant="default">
            {t(($) => $.shop.take.earlier)}
          </Button>
        }
      />
      <Complaint error={sheet.error} />
      {taken ? (
        <Outcome taken={taken} onNext={() => setTaken(undefined)} />
      ) : (
        <>
          <div style={{ maxWidth: '24rem', marginBottom: '0.9375rem' }}>
            <PlaceField
              label={t(($) => $.shop.places.place)}
              value={place}
              onChange={(next) => void navigate(`/trade/take/${next}`)}
            />
          </div>
          {sheet.data?.locationId === place && (
            <StockTakeForm key={place} sheet={sheet.data} date={date} onDate={setDate} onTaken={onTaken} />
          )}
        </>
      )}
    </>
  )
}

interface OutcomeProps {
  readonly taken: Taken
  readonly onNext: () => void
}

/** What the count came to, what became of what was not counted, and the minutes to be signed. */
function Outcome({ taken: { answer, uncounted }, onNext }: OutcomeProps) {
  const { t } = useText()
  const warnings = usePostingWarnings(answer.warnings)
  const { entryId, voucher, date, number, value, documentId } = answer
  const words = { number, amount: formatRupiah(Math.abs(value)), count: answer.lines.length }
  const left = uncounted > 0 ? t(($) => $.shop.take.uncounted, { left: uncounted }) : ''
  const paper = <DocumentPaper kind="stock_take" documentId={documentId} />
  if (entryId !== null && voucher !== null) {
    const sentence = t(($) => $.shop.take.savedAs[value === 0 ? 'even' : value < 0 ? 'less' : 'more'], words)
    return (
      <SavedPanel posted={{ entryId, voucher, date }} sentence={sentence} warnings={warnings} onNext={onNext}>
        {left !== '' && <Text mt="sm">{left}</Text>}
        <Group gap="sm" mt="sm">
          {paper}
          <Link to={`/trade/documents/${documentId}`}>{t(($) => $.trade.sell.look)}</Link>
        </Group>
      </SavedPanel>
    )
  }
  return (
    <DoneNotice sentence={t(($) => $.shop.take.savedSame, words)} text={left} warnings={warnings}>
      <Button onClick={onNext}>{t(($) => $.shop.take.again)}</Button>
      {paper}
      <Button component={Link} to={`/trade/documents/${documentId}`} variant="default">
        {t(($) => $.trade.sell.look)}
      </Button>
    </DoneNotice>
  )
}
