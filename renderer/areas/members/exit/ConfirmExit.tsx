import { Text } from '@mantine/core'
import { formatDate, isDate } from '../../../../shared/calendar.ts'
import type { SettlementSheet } from '../../../../shared/contract/member-exit.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { ConfirmDialog } from '../../../ui/dialogs/ConfirmDialog.tsx'
import { useText } from '../../../ui/text.ts'

interface ConfirmExitProps {
  readonly isOpen: boolean
  readonly name: string
  readonly date: string
  /** Unknown where the settlement of this day is refused: saving says why. */
  readonly totals: SettlementSheet['totals'] | undefined
  readonly onYes: () => void
  readonly onNo: () => void
}

/** What a leaving means, said before it is recorded. */
export function ConfirmExit({ isOpen, name, date, totals, onYes, onNo }: ConfirmExitProps) {
  const { t, language } = useText()
  const day = isDate(date) ? formatDate(date, language) : ''
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t(($) => $.leaving.ask.title, { name })}
      text={
        <>
          <Text>{t(($) => $.leaving.ask.closes, { date: day })}</Text>
          {totals && <Result totals={totals} />}
        </>
      }
      yes={t(($) => $.leaving.ask.yes)}
      no={t(($) => $.leaving.ask.no)}
      onYes={onYes}
      onNo={onNo}
    />
  )
}

function Result({ totals: { payable, short } }: { readonly totals: SettlementSheet['totals'] }) {
  const { t } = useText()
  if (short > 0) return <Text mt="xs">{t(($) => $.leaving.ask.short, { amount: formatRupiah(short) })}</Text>
  if (payable === 0) return <Text mt="xs">{t(($) => $.leaving.ask.nothing)}</Text>
  return <Text mt="xs">{t(($) => $.leaving.ask.payable, { amount: formatRupiah(payable) })}</Text>
}
