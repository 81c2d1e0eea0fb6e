import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import type { PostedAnswer } from '../../shared/contract/procedure.ts'
import { SavedNotice } from '../ui/display/SavedNotice.tsx'
import { useText } from '../ui/text.ts'
import { useFailureSentence } from '../ui/use-failure-sentence.ts'
import { ReverseDialog } from './ReverseDialog.tsx'
import { useReceipt } from './receipt.ts'

interface SavedPanelProps {
  readonly posted: Pick<PostedAnswer, 'entryId' | 'voucher' | 'date'>
  /** What happened, in one sentence: `Setoran Rp50.000 dari Siti Aminah dicatat.` */
  readonly sentence: string
  readonly balance?: number
  readonly balanceLabel?: string
  /** Sentences, not codes: the screen knows what its codes mean. */
  readonly warnings?: readonly string[]
  readonly onNext?: () => void
  /** What comes next where it is not another of the same kind: some things are recorded once. */
  readonly nextLabel?: string | undefined
  /** Called once the voucher was reversed. */
  readonly onReversed?: () => void
  readonly children?: ReactNode
}

/** What stands on the screen after saving, with its buttons at work: print, send, see the journal, reverse. */
export function SavedPanel({ posted, onReversed, ...notice }: SavedPanelProps) {
  const { t } = useText()
  const say = useFailureSentence()
  const [isAsking, setAsking] = useState(false)
  const [reversed, setReversed] = useState<string>()
  const receipt = useReceipt(posted.entryId)
  return (
    <>
      <SavedNotice
        {...notice}
        // What stood there then is no longer what stands there now.
        balance={reversed === undefined ? notice.balance : undefined}
        voucher={posted.voucher}
        date={posted.date}
        isBusy={receipt.isPending}
        problem={say(receipt.error)}
        reversed={reversed}
        onPrint={() => receipt.mutate('print')}
        onSend={() => receipt.mutate('save')}
        onPicture={() => receipt.mutate('picture')}
        onReverse={() => setAsking(true)}
        journal={
          <Button component={Link} to={`/books/entry/${posted.entryId}`} variant="default">
            {t(($) => $.ui.saved.journal)}
          </Button>
        }
      />
      <ReverseDialog
        posted={posted}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onReversed={(sentence) => {
          setAsking(false)
          setReversed(sentence)
          onReversed?.()
        }}
      />
    </>
  )
}
