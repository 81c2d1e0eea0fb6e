import { NativeSelect, Text } from '@mantine/core'
import { memo } from 'react'
import { stockReasons } from '../../../../shared/contract/trade-kinds.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { QuantityField } from '../../../ui/fields/NumberField.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../trade.module.css'
import { isStockReason } from './stock-reasons.ts'
import type { Counted, SheetRow, StockTakeValues } from './stock-take-values.ts'

interface CountTableProps {
  readonly rows: readonly SheetRow[]
  readonly counts: StockTakeValues['counts']
  readonly onCount: (itemId: string, counted: Counted) => void
  readonly errorAt: (path: string) => string | undefined
}

/** One page of the sheet: what the book says, what was counted, and why it is not the same. */
export function CountTable({ rows, counts, onCount, errorAt }: CountTableProps) {
  const { t } = useText()
  if (rows.length === 0) return <Text mt="sm">{t(($) => $.trade.items.empty)}</Text>
  return (
    <table className={`${classes.basket} ${classes.counts}`}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.trade.items.name)}</th>
          <th scope="col">{t(($) => $.shop.take.counted)}</th>
          <th scope="col" className={classes.amount}>
            {t(($) => $.shop.take.expected)}
          </th>
          <th scope="col">{t(($) => $.shop.take.difference)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CountRow
            key={row.itemId}
            row={row}
            typed={counts[row.itemId]}
            onCount={onCount}
            error={errorAt(`counts.${row.itemId}`)}
          />
        ))}
      </tbody>
    </table>
  )
}

interface CountRowProps {
  readonly row: SheetRow
  readonly typed: Counted | undefined
  readonly onCount: CountTableProps['onCount']
  readonly error: string | undefined
}

const CountRow = memo(function CountRow({ row, typed, onCount, error }: CountRowProps) {
  const { t } = useText()
  const { itemId, name, number, unitName, ownerName, expected } = row
  const { counted = null, reason = 'counting' } = typed ?? {}
  const difference = counted === null ? 0 : counted - expected
  const about = [number, ...(ownerName === null ? [] : [t(($) => $.trade.items.of, { name: ownerName })])].join(' · ')
  return (
    <tr>
      <td>
        {name}
        <Text size="sm" c="gray.7">
          {about}
        </Text>
      </td>
      <td>
        <QuantityField
          label={t(($) => $.shop.take.countedOf, { item: name })}
          isLabelHidden
          name={`counts.${itemId}`}
          value={counted}
          onChange={(value) => onCount(itemId, { counted: value, reason })}
          error={error}
        />
      </td>
      <td className={classes.amount}>
        {formatQuantity(expected)} {unitName}
      </td>
      <td>
        {difference !== 0 && (
          <>
            <Text fw={600}>
              {difference < 0
                ? t(($) => $.shop.take.less, { qty: `${formatQuantity(-difference)} ${unitName}` })
                : t(($) => $.shop.take.more, { qty: `${formatQuantity(difference)} ${unitName}` })}
            </Text>
            <NativeSelect
              aria-label={t(($) => $.shop.take.reasonOf, { item: name })}
              value={reason}
              onChange={({ currentTarget: { value } }) =>
                isStockReason(value) && onCount(itemId, { counted, reason: value })
              }
              data={stockReasons.map((value) => ({ value, label: t(($) => $.shop.take.reasons[value]) }))}
            />
          </>
        )}
      </td>
    </tr>
  )
})
