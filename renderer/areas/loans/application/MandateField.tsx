import { Checkbox, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { SavingsProduct } from '../../../../shared/contract/savings.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { useProductNames } from '../../../app/product-names.ts'
import { orpc } from '../../../app/queries.ts'
import { useText } from '../../../ui/text.ts'

interface MandateFieldProps {
  readonly memberId: string
  readonly value: readonly string[]
  readonly onChange: (products: readonly string[]) => void
  readonly error: string | undefined
  readonly autoFocus?: boolean
}

/** What is locked, or paid back only whole, pays no instalment. */
function isFree({ kind, lock }: SavingsProduct): boolean {
  return lock === 'none' && kind !== 'term'
}

/** The savings of a member, to be ticked: those that instalments may be taken from. */
export function MandateField({ memberId, value, onChange, error, autoFocus }: MandateFieldProps) {
  const { t } = useText()
  const nameOf = useProductNames()
  const { data } = useQuery(orpc.members.get.queryOptions({ input: { memberId } }))
  const kinds = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const free = new Set(kinds.data?.rows.filter(isFree).map(({ product }) => product))
  const products = (data?.savings ?? []).filter(({ active, product }) => active && free.has(product))
  const toggle = (product: string) =>
    onChange(value.includes(product) ? value.filter((other) => other !== product) : [...value, product])
  if (data && kinds.data && products.length === 0) return <Text c="gray.7">{t(($) => $.loans.mandate.noSavings)}</Text>
  return (
    <Checkbox.Group label={t(($) => $.loans.mandate.savings)} error={error} value={[...value]}>
      <Stack gap="xs" mt="xs">
        {products.map(({ savingsAccountId, product, name, balance }, index) => (
          <Checkbox
            key={savingsAccountId}
            size="md"
            value={product}
            label={t(($) => $.loans.source.savings, { product: nameOf(product, name), amount: formatRupiah(balance) })}
            onChange={() => toggle(product)}
            // Her savings may be read only after the dialog stands there.
            autoFocus={(index === 0 && autoFocus) ?? false}
            data-autofocus={(index === 0 && autoFocus) || undefined}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
