import { Text } from '@mantine/core'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatAmount, formatRupiah } from '../../../shared/rules/money.ts'
import { formatPct } from '../../../shared/rules/percent.ts'
import { FigureTable } from '../../ui/display/FigureTable.tsx'
import { useText } from '../../ui/text.ts'

/** Cost, price, profit both ways of saying it, and how many must be sold before anything is earned. */
export function PriceFigures({ reckoned }: { readonly reckoned: Answers['calc']['packPrice'] }) {
  const { t, language } = useText()
  const { price, costPerPack, profitPerPack, breakEvenPacks } = reckoned
  const pct = (text: string) => `${formatPct(text, language)}%`
  const lines: readonly (readonly [string, string, boolean?])[] = [
    [t(($) => $.calculator.price.batchCost), formatAmount(reckoned.batchCost)],
    [t(($) => $.calculator.price.costPerPack), formatAmount(costPerPack)],
    [t(($) => $.calculator.price.pricePerPack), formatAmount(price), true],
    [t(($) => $.calculator.price.profitPerPack), formatAmount(profitPerPack)],
    [t(($) => $.calculator.price.profitPerBatch), formatAmount(reckoned.profitPerBatch)],
    [t(($) => $.calculator.price.marginPct), pct(reckoned.marginPct)],
    [t(($) => $.calculator.price.markupPct), pct(reckoned.markupPct)],
    [t(($) => $.calculator.price.breakEvenPrice), formatAmount(reckoned.breakEvenPrice)],
    [
      t(($) => $.calculator.price.breakEvenPacks),
      breakEvenPacks === null
        ? t(($) => $.calculator.price.never)
        : breakEvenPacks === 0
          ? t(($) => $.calculator.price.fromFirst)
          : String(breakEvenPacks),
    ],
  ]
  return (
    <>
      <FigureTable
        label={t(($) => $.calculator.price.figures)}
        lines={lines.map(([title, figure, isStrong = false]) => ({ title, figures: [figure], isStrong }))}
      />
      <Text my="sm" maw="44rem" fw={600}>
        {profitPerPack < 0
          ? t(($) => $.calculator.price.loses, { amount: formatRupiah(-profitPerPack) })
          : breakEvenPacks === null
            ? t(($) => $.calculator.price.never)
            : breakEvenPacks === 0
              ? t(($) => $.calculator.price.noOverhead, { profit: formatRupiah(profitPerPack) })
              : t(($) => $.calculator.price.sentence, { price: formatRupiah(price), packs: breakEvenPacks })}
      </Text>
      <Text size="sm" c="gray.7" maw="44rem">
        {t(($) => $.calculator.price.why)}
      </Text>
    </>
  )
}
