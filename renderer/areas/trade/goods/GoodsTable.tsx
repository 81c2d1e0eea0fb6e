import { ActionIcon, Text } from '@mantine/core'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { ClearIcon } from '../../../ui/display/icons.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { QuantityField } from '../../../ui/fields/NumberField.tsx'
import { useText } from '../../../ui/text.ts'
import { costOf } from '../items/cost-of.ts'
import { quantityAt } from '../items/quantity-at.ts'
import classes from '../trade.module.css'
import type { GoodsLine } from './goods-lines.ts'

interface GoodsTableProps {
  readonly lines: readonly GoodsLine[]
  readonly onChange: (lines: readonly GoodsLine[]) => void
  readonly errorAt: (path: string) => string | undefined
  /** Asks what each line cost in all. */
  readonly isBought?: boolean
  /** What the list is called in the input. */
  readonly list?: string
  /** Where what there is of them is counted. */
  readonly place?: string | undefined
}

/** Goods that come or go, line by line. */
export function GoodsTable({ lines, onChange, errorAt, isBought = false, list = 'lines', place }: GoodsTableProps) {
  const { t } = useText()
  if (lines.length === 0) return <Text c="gray.7">{t(($) => $.trade.goods.none)}</Text>
  return (
    <table className={`${classes.basket} ${isBought ? classes.bought : ''}`}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.trade.items.name)}</th>
          <th scope="col">{t(($) => $.trade.sell.qty)}</th>
          {isBought && <th scope="col">{t(($) => $.trade.goods.cost)}</th>}
          <td />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <GoodsRow
            key={line.key}
            line={line}
            isBought={isBought}
            list={list}
            place={place}
            errorAt={errorAt}
            onChange={(changed) => onChange(lines.map((other) => (other.key === line.key ? changed : other)))}
            onRemove={() => onChange(lines.filter((other) => other.key !== line.key))}
          />
        ))}
      </tbody>
    </table>
  )
}

interface GoodsRowProps {
  readonly line: GoodsLine
  readonly isBought: boolean
  readonly list: string
  readonly place: string | undefined
  readonly onChange: (line: GoodsLine) => void
  readonly onRemove: () => void
  readonly errorAt: (path: string) => string | undefined
}

function GoodsRow({ line, isBought, list, place, onChange, onRemove, errorAt }: GoodsRowProps) {
  const { t } = useText()
  const { key, item, qty, amount } = line
  const named = { item: item.name }
  return (
    <tr>
      <td>
        {item.name}
        <Text size="sm" c="gray.7">
          {[
            ...(item.kind === 'service'
              ? []
              : [
                  t(($) => $.trade.sell.inStock, {
                    stock: `${formatQuantity(quantityAt(item, place))} ${item.unitName}`,
                  }),
                ]),
            ...(item.ownerName === null ? [] : [t(($) => $.trade.items.of, { name: item.ownerName })]),
          ].join(', ')}
        </Text>
      </td>
      <td>
        <QuantityField
          label={t(($) => $.trade.sell.qtyOf, named)}
          isLabelHidden
          name={`${list}.${key}.qty`}
          value={qty}
          onChange={(value) => onChange({ ...line, qty: value })}
          error={errorAt(`${list}.${key}.qty`)}
        />
      </td>
      {isBought && (
        <td>
          <MoneyField
            label={t(($) => $.trade.goods.costOf, named)}
            isLabelHidden
            name={`${list}.${key}.amount`}
            value={amount}
            onChange={(value) => onChange({ ...line, amount: value })}
            usual={costOf(item, qty)}
            error={errorAt(`${list}.${key}.amount`)}
            withoutWords
          />
        </td>
      )}
      <td>
        <ActionIcon
          variant="subtle"
          color="gray.8"
          size="lg"
          aria-label={t(($) => $.trade.sell.remove, named)}
          onClick={onRemove}
        >
          <ClearIcon />
        </ActionIcon>
      </td>
    </tr>
  )
}
