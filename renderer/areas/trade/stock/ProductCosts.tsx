import { Text } from '@mantine/core'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { unitCost } from '../../../../shared/rules/unit-cost.ts'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { useText } from '../../../ui/text.ts'
import type { GoodsLine } from '../goods/goods-lines.ts'

interface ProductCostsProps {
  readonly products: Answers['trade']['produce']['products']
  /** The items they are of. */
  readonly goods: readonly GoodsLine[]
}

/** What was made, what all of it cost and what one of it did, told to the rupiah. */
export function ProductCosts({ products, goods }: ProductCostsProps) {
  const { t } = useText()
  const items = new Map(goods.map(({ item }) => [item.itemId, item]))
  const told = products.map(({ itemId, qty, cost }) => {
    const { name = '', unitName = '' } = items.get(itemId) ?? {}
    return { name, unitName, qty, cost, ...unitCost(cost, qty) }
  })
  return (
    <>
      <FigureTable
        label={t(($) => $.shop.produce.costsOf)}
        lines={told.map(({ name, unitName, qty, cost, each }) => ({
          title: name,
          figures: [
            `${formatQuantity(qty)} ${unitName}`,
            formatRupiah(cost),
            t(($) => $.shop.produce.each, { amount: formatRupiah(each), unit: unitName }),
          ],
        }))}
        heads={{
          line: t(($) => $.trade.items.name),
          columns: [t(($) => $.trade.sell.qty), t(($) => $.shop.produce.all), t(($) => $.shop.produce.perUnit)],
        }}
      />
      {told.some(({ isRounded }) => isRounded) && (
        <Text size="sm" c="gray.7">
          {t(($) => $.shop.produce.rounded)}
        </Text>
      )}
    </>
  )
}
