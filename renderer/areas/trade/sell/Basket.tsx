import { ActionIcon, Text } from '@mantine/core'
import { type BasketLine, lineSums } from '../../../../shared/rules/basket.ts'
import { formatAmount, formatRupiah } from '../../../../shared/rules/money.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { ClearIcon } from '../../../ui/display/icons.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { QuantityField } from '../../../ui/fields/NumberField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import { NamedPhoto } from '../items/photo/Photo.tsx'
import { usePhotos } from '../items/photo/use-photos.ts'
import { quantityAt } from '../items/quantity-at.ts'
import classes from '../trade.module.css'
import {
  type BasketValues,
  costAbove,
  isMemberSale,
  isShort,
  reckonedLines,
  type TypedLine,
  unitPrice,
  usualPrice,
} from './basket-lines.ts'

/** What is in the basket, line by line; what is refused says so where it stands. */
export function Basket({ form }: { readonly form: EntryForm<BasketValues> }) {
  const { t } = useText()
  const { lines } = form.values
  const isMember = isMemberSale(form.values)
  const photos = usePhotos(lines.map(({ item }) => item.itemId))
  if (lines.length === 0) {
    return (
      <Text c="gray.7" mt="md">
        {t(($) => $.trade.sell.empty)}
      </Text>
    )
  }
  const sums = reckonedLines(lines, isMember)
  return (
    <table className={classes.basket}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.trade.items.name)}</th>
          <th scope="col">{t(($) => $.trade.sell.qty)}</th>
          <th scope="col">{t(($) => $.trade.sell.price)}</th>
          <th scope="col">{t(($) => $.trade.sell.discount)}</th>
          <th scope="col" className={classes.amount}>
            {t(($) => $.trade.sell.amount)}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <LineRow
            key={line.key}
            {...{ form, line, isMember }}
            sums={sums[index]}
            photo={photos.get(line.item.itemId)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface LineRowProps {
  readonly form: EntryForm<BasketValues>
  readonly line: TypedLine
  readonly sums: BasketLine | undefined
  readonly isMember: boolean
  readonly photo: string | undefined
}

function LineRow({ form, line, sums, isMember, photo }: LineRowProps) {
  const { t } = useText()
  const { key, item } = line
  const { lines, place } = form.values
  const short = isShort(line, place)
  const named = { item: item.name }
  const put = (changed: Partial<TypedLine>) =>
    form.set(
      'lines',
      lines.map((other) => (other.key === key ? { ...other, ...changed } : other)),
    )
  return (
    <tr>
      <td>
        <NamedPhoto photo={photo} name={item.name} />
        <Text size="sm" c={short ? 'red.9' : 'gray.7'} fw={short ? 600 : 400}>
          {item.kind !== 'service' &&
            t(($) => (short ? $.trade.sell.short : $.trade.sell.inStock), {
              stock: `${formatQuantity(quantityAt(item, place))} ${item.unitName}`,
            })}
        </Text>
        {sums && <BelowCost line={line} sums={sums} />}
      </td>
      <td>
        <QuantityField
          label={t(($) => $.trade.sell.qtyOf, named)}
          isLabelHidden
          name={`lines.${key}.qty`}
          value={line.qty}
          onChange={(qty) => put({ qty })}
          error={form.errorAt(`lines.${key}.qty`)}
        />
      </td>
      <td>
        <MoneyField
          label={t(($) => $.trade.sell.priceOf, named)}
          isLabelHidden
          name={`lines.${key}.price`}
          value={unitPrice(line, isMember)}
          onChange={(price) => put({ price })}
          usual={usualPrice(item, isMember)}
          error={form.errorAt(`lines.${key}.price`)}
          withoutWords
        />
      </td>
      <td>
        <MoneyField
          label={t(($) => $.trade.sell.discountOf, named)}
          isLabelHidden
          name={`lines.${key}.discount`}
          value={line.discount}
          onChange={(discount) => put({ discount })}
          error={form.errorAt(`lines.${key}.discount`)}
          withoutWords
        />
      </td>
      <td className={classes.amount}>{sums && formatAmount(lineSums(sums).amount)}</td>
      <td>
        <ActionIcon
          variant="subtle"
          color="gray.8"
          size="lg"
          aria-label={t(($) => $.trade.sell.remove, named)}
          onClick={() =>
            form.set(
              'lines',
              lines.filter((other) => other.key !== key),
            )
          }
        >
          <ClearIcon />
        </ActionIcon>
      </td>
    </tr>
  )
}

/** Said before it is saved: the line would bring less than its goods cost. */
function BelowCost({ line, sums }: { readonly line: TypedLine; readonly sums: BasketLine }) {
  const { t } = useText()
  const cost = costAbove(line, sums)
  if (cost === undefined || sums.price === 0) return null
  return (
    <Text size="sm" c="red.9" fw={600} role="status">
      {t(($) => $.trade.sell.belowCost, { cost: formatRupiah(cost) })}
    </Text>
  )
}
