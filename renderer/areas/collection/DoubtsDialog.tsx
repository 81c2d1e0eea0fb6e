import { Text } from '@mantine/core'
import { useState } from 'react'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx'
import { useText } from '../../ui/text.ts'
import { type Pieces, tableCash } from './cash-on-table.ts'
import type { Cell, CollectionWork } from './collection-work.ts'
import type { SheetColumn } from './SheetLine.tsx'

/** What looks like a slip before a meeting is saved, as sentences; raised when saving is tried. */
export function useDoubts(work: CollectionWork, columns: readonly SheetColumn[], pieces: Pieces) {
  const { t } = useText()
  const [sentences, setSentences] = useState<readonly string[]>([])
  const about = ({ memberId, column: name }: Cell, paid: number) => ({
    member: work.rowOf(memberId)?.name ?? '',
    product: columns.find(({ column }) => column === name)?.title ?? name,
    amount: formatRupiah(paid),
  })
  const found = (): string[] => {
    const tenTimes = work
      .tenTimes()
      .map(({ cell, amount, usual }) =>
        t(($) => $.collection.check.tenTimes, { ...about(cell, amount), usual: formatRupiah(usual) }),
      )
    const paidUp = work.paidUp().map(({ cell, amount }) => t(($) => $.collection.check.paidUp, about(cell, amount)))
    const { isCounted, counted } = tableCash(pieces)
    const difference = isCounted ? counted - work.totals().total : 0
    const amount = formatRupiah(Math.abs(difference))
    const cash =
      difference === 0
        ? []
        : [
            difference > 0
              ? t(($) => $.collection.check.more, { amount })
              : t(($) => $.collection.check.less, { amount }),
          ]
    return [...tenTimes, ...paidUp, ...cash]
  }
  return {
    sentences,
    /** Shows the doubts; false where there are none. */
    raise: (): boolean => {
      const doubts = found()
      setSentences(doubts)
      return doubts.length > 0
    },
    settle: () => setSentences([]),
  }
}

interface DoubtsDialogProps {
  readonly doubts: readonly string[]
  readonly onSave: () => void
  readonly onBack: () => void
}

/** Asks once before a meeting is saved that looks odd. */
export function DoubtsDialog({ doubts, onSave, onBack }: DoubtsDialogProps) {
  const { t } = useText()
  return (
    <ConfirmDialog
      isOpen={doubts.length > 0}
      title={t(($) => $.collection.check.title)}
      text={doubts.map((doubt) => (
        <Text key={doubt} span display="block" mb={4}>
          {doubt}
        </Text>
      ))}
      yes={t(($) => $.collection.check.save)}
      no={t(($) => $.collection.check.back)}
      onYes={onSave}
      onNo={onBack}
    />
  )
}
