import { Button, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { hostFile } from '../../app/paper.ts'
import { orpc } from '../../app/queries.ts'
import { SavedPanel } from '../../app/SavedPanel.tsx'
import { useBook } from '../../app/session.tsx'
import { client } from '../../client.ts'
import { host } from '../../host.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { useText } from '../../ui/text.ts'
import { CollectionForm, type Recorded } from './CollectionForm.tsx'

/** The monthly meeting: everybody's deposits on one sheet, saved as one voucher. */
export function CollectionScreen() {
  const { t, language } = useText()
  const { today } = useBook()
  const [date, setDate] = useState<CalendarDate>(today)
  const [recorded, setRecorded] = useState<Recorded>()
  const cash = useQuery(orpc.cash.accounts.queryOptions({ input: {} }))
  const paper = useMutation({
    mutationFn: async () =>
      host.printFile(
        await hostFile(await client.reports.pdf({ report: 'collectionForm', params: { date }, language })),
      ),
  })
  const usualCash = cash.data?.rows.find(({ needsPerson, active }) => active && !needsPerson)?.code
  return (
    <>
      <PageHead
        title={t(($) => $.collection.title)}
        actions={
          <Button variant="default" onClick={() => paper.mutate()} loading={paper.isPending}>
            {t(($) => $.collection.printForm)}
          </Button>
        }
      />
      {paper.isError && (
        <Text role="alert" c="red.9" mb="sm">
          {t(($) => $.collection.formFailed)}
        </Text>
      )}
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
  const { t } = useText()
  const { answer, isCounted } = recorded
  const { members, total, opened } = answer
  return (
    <SavedPanel
      posted={answer}
      sentence={t(($) => $.collection.saved.sentence, { members, amount: formatRupiah(total) })}
      balance={total}
      balanceLabel={t(($) => $.collection.saved.total)}
      onNext={onNext}
    >
      {opened > 0 && <Text mt="sm">{t(($) => $.collection.saved.opened, { count: opened })}</Text>}
      {isCounted && <Text mt="sm">{t(($) => $.collection.saved.counted)}</Text>}
    </SavedPanel>
  )
}
