import { Text } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { useText } from '../../../ui/text.ts'

export type Quote = Answers['loans']['payoffQuote']

/** What of the money held for the loan goes into settling it, sen. */
export function heldUsed({ total, toPay }: Quote): number {
  return sumSen([total, -toPay])
}

/** What settles a loan, less what is held for it. */
export function SettlingFigures({ quote }: { readonly quote: Quote }) {
  const { t } = useText()
  const parts = (['principal', 'interest', 'penalty'] as const).filter((part) => part !== 'penalty' || quote[part] > 0)
  const used = heldUsed(quote)
  const left = sumSen([quote.held, -used])
  const held = [
    { title: t(($) => $.loans.payOff.total), figures: [formatRupiah(quote.total)] },
    { title: t(($) => $.loans.payOff.held), figures: [formatRupiah(used)] },
  ]
  return (
    <>
      <FigureTable
        label={t(($) => $.loans.payOff.label)}
        lines={[
          ...parts.map((part) => ({ title: t(($) => $.loans.payOff[part]), figures: [formatRupiah(quote[part])] })),
          ...(used > 0 ? held : []),
          { title: t(($) => $.loans.payOff.toPay), figures: [formatRupiah(quote.toPay)], isStrong: true },
        ]}
      />
      {left > 0 && <Text mt="sm">{t(($) => $.loans.payOff.heldLeft, { amount: formatRupiah(left) })}</Text>}
    </>
  )
}
