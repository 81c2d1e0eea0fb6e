import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { formatDate } from '../../shared/calendar.ts'
import type { PostedAnswer } from '../../shared/contract/procedure.ts'
import { client } from '../client.ts'
import { host } from '../host.ts'
import { ReasonDialog } from '../ui/dialogs/ReasonDialog.tsx'
import { SavedNotice } from '../ui/display/SavedNotice.tsx'
import { failureOf, failureSentence } from '../ui/failure.ts'
import { useText } from '../ui/text.ts'
import { hostFile } from './paper.ts'
import { orpc } from './queries.ts'
import { useBook } from './session.tsx'

interface SavedPanelProps {
  readonly posted: Pick<PostedAnswer, 'entryId' | 'voucher' | 'date'>
  /** What happened, in one sentence: `Setoran Rp50.000 dari Siti Aminah dicatat.` */
  readonly sentence: string
  readonly balance?: number
  readonly balanceLabel?: string
  /** Sentences, not codes: the screen knows what its codes mean. */
  readonly warnings?: readonly string[]
  readonly onNext?: () => void
  /** Called once the voucher was reversed. */
  readonly onReversed?: () => void
  readonly children?: ReactNode
}

/** What stands on the screen after saving, with its buttons at work: print, send, reverse. */
export function SavedPanel({ posted, onReversed, ...notice }: SavedPanelProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const [isAsking, setAsking] = useState(false)
  const [requestId] = useState(() => crypto.randomUUID())
  const say = (error: unknown) =>
    failureSentence(
      failureOf(error),
      language,
      t(($) => $.ui.form.lost),
    )

  const paper = useMutation({
    mutationFn: async (to: 'print' | 'save') => {
      const params = { entryId: posted.entryId }
      const file = await hostFile(await client.reports.pdf({ report: 'receipt', params, language }))
      if (to === 'print') await host.printFile(file)
      else await host.saveFile(file)
    },
  })
  const reversal = useMutation(
    orpc.journal.reverse.mutationOptions({
      onSuccess: () => {
        setAsking(false)
        onReversed?.()
      },
    }),
  )
  const { entryId, voucher, date } = posted
  const reversed = reversal.data && {
    voucher,
    by: reversal.data.voucher,
    date: formatDate(reversal.data.date, language),
  }
  return (
    <>
      <SavedNotice
        {...notice}
        voucher={voucher}
        date={date}
        isBusy={paper.isPending}
        problem={paper.isError ? say(paper.error) : undefined}
        reversed={reversed && t(($) => $.ui.saved.reversed, reversed)}
        onPrint={() => paper.mutate('print')}
        onSend={() => paper.mutate('save')}
        onReverse={() => setAsking(true)}
      />
      <ReasonDialog
        isOpen={isAsking}
        title={t(($) => $.ui.reverse.title, { voucher })}
        text={t(($) => $.ui.reverse.text, { date: formatDate(today, language) })}
        reasonLabel={t(($) => $.ui.reverse.reason)}
        confirm={t(($) => $.ui.reverse.confirm)}
        keep={t(($) => $.ui.reverse.keep)}
        isBusy={reversal.isPending}
        refusal={reversal.isError ? say(reversal.error) : undefined}
        onConfirm={(reason) => reversal.mutate({ requestId, entryId, date: today, reason })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}
