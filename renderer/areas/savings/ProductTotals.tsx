import { UnstyledButton } from '@mantine/core'
import { useQueries, useQuery } from '@tanstack/react-query'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { useProductNames } from '../../app/product-names.ts'
import { orpc } from '../../app/queries.ts'
import { useText } from '../../ui/text.ts'
import classes from './savings.module.css'

interface ProductTotalsProps {
  readonly chosen: string | undefined
  readonly onChoose: (product: string | undefined) => void
}

/** What each kind of savings comes to; choosing one shows only its accounts. */
export function ProductTotals({ chosen, onChoose }: ProductTotalsProps) {
  const { t } = useText()
  const nameOf = useProductNames()
  const products = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const ids = (products.data?.rows ?? []).map(({ product }) => product)
  const totals = useQueries({
    queries: [undefined, ...ids].map((product) =>
      orpc.savings.list.queryOptions({ input: { limit: 1, ...(product !== undefined && { product }) } }),
    ),
  })
  return (
    <div className={classes.kinds} role="group" aria-label={t(($) => $.savings.list.product)}>
      {[undefined, ...ids].map((product, index) => {
        const balance = totals[index]?.data?.totals.balance
        return (
          <UnstyledButton
            key={product ?? ''}
            className={classes.kind}
            aria-pressed={chosen === product}
            onClick={() => onChoose(product)}
          >
            <span className={classes.kindName}>
              {product === undefined ? t(($) => $.savings.list.all) : nameOf(product)}
            </span>
            <span className={classes.kindTotal}>{balance === undefined ? '…' : formatRupiah(balance)}</span>
          </UnstyledButton>
        )
      })}
    </div>
  )
}
