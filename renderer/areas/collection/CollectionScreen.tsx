import { Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { PaperButton } from '../../app/PaperButton.tsx'
import { orpc } from '../../app/queries.ts'
import { SavedPanel } from '../../app/SavedPanel.tsx'
import { useBook } from '../../app/session.tsx'
import { useFreshVisit } from '../../app/use-fresh-visit.ts'
import { usePostingWarnings } from '../../app/use-posting-warnings.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { useText } from '../../ui/text.ts'
import { CollectionForm, type Recorded } from './CollectionForm.tsx'

/** The monthly meeting: everybody's deposits on one sheet, saved as one voucher. */
export function CollectionScreen() {
  const { t, language } = useText()
  const { today } = useBook()
  const [date, setDate] = useState<CalendarDate>(today)
  const [recorded, setRecorded] = useState<Recorded>()
  useFreshVisit(() => setRecorded(undefined))
  const cash = useQuery(orpc.cash.accounts.queryOptions({ input: {} }))
  const usualCash = cash.data?.rows.find(({ needsPerson, active }) => active && !needsPerson)?.code
  return (
    <>
      <PageHead
        title={t(($) => $.collection.title)}
        actions={
          <PaperButton
            asked={{ report: 'collectionForm', params: { date }, language }}
            label={t(($) => $.collection.printForm)}
          />
        }
      />
      {recorded ? (
        <Saved recorded={recorded} onNext={() => setRecorded(undefined)} />
      ) : (
        !cash.isPending && (
          <CollectionForm date={date} onDate={setDate} cashAccount={usualCash ?? null} onRecorded={setRecorded} />
        )
      )}
    </>
  )
}

function Saved({ recorded, onNext }: { readonly recorded: Recorded; readonly onNext: () => void }) {
  const { t, language } = useText()
  const { answer, isCounted } = recorded
  const { entryId, members, total, opened } = answer
  const warnings = usePostingWarnings(answer.warnings)
  return (
    <SavedPanel
      posted={answer}
      sentence={t(($) => $.collection.saved.sentence, { members, amount: formatRupiah(total) })}
      balance={total}
      balanceLabel={t(($) => $.collection.saved.total)}
      warnings={warnings}
      onNext={onNext}
    >
      {opened > 0 && <Text mt="sm">{t(($) => $.collection.saved.opened, { count: opened })}</Text>}
      {isCounted && <Text mt="sm">{t(($) => $.collection.saved.counted)}</Text>}
      <Group mt="md" gap="sm">
        <PaperButton
          asked={{ report: 'collectionList', params: { entryId }, language }}
          label={t(($) => $.collection.saved.list)}
        />
        <PaperButton
          asked={{ report: 'collectionSlips', params: { entryId }, language }}
          label={t(($) => $.collection.saved.slips)}
        />
      </Group>
    </SavedPanel>
  )
}
