import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Inputs } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { useText } from '../../../ui/text.ts'
import type { GoodsLine } from '../goods/goods-lines.ts'
import { ProductCosts } from './ProductCosts.tsx'

interface ProductionPreviewProps {
  readonly input: Inputs['trade']['previewProduction']
  readonly products: readonly GoodsLine[]
}

/** What the products will cost, before it is saved; nothing while a quantity is still to be typed. */
export function ProductionPreview({ input, products }: ProductionPreviewProps) {
  const { t } = useText()
  const [asked] = useDebouncedValue(input, 250)
  const goods = [...asked.materials, ...asked.products]
  const isWhole = asked.date !== '' && asked.products.length > 0 && goods.every(({ qty }) => qty > 0)
  const { data } = useQuery({
    ...orpc.trade.previewProduction.queryOptions({ input: asked }),
    enabled: isWhole && asked.materials.length > 0,
    placeholderData: keepPreviousData,
  })
  if (!data || !isWhole) return null
  const { materials, total } = data
  const words = { materials: formatRupiah(materials), costs: formatRupiah(total - materials) }
  return (
    <div role="status" aria-label={t(($) => $.shop.produce.preview)}>
      <Text fw={600}>{t(($) => $.shop.produce.preview)}</Text>
      <ProductCosts products={data.products} goods={products} />
      <Text>{t(($) => $.shop.produce.madeOf, words)}</Text>
    </div>
  )
}
