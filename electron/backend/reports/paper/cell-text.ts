import { formatDateShort } from '../../../../shared/calendar.ts'
import { formatAmount } from '../../../../shared/rules/money.ts'
import { decimalText, percentText } from '../../../../shared/rules/percent.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import type { Cell, Column } from '../../../../shared/statements/statement.ts'

/** A cell as paper shows it: amounts in rupiah, negative ones in brackets, nil as a dash; dates by day; nothing as nothing. */
export function cellText({ kind }: Pick<Column, 'kind'>, value: Cell, showsSen: boolean): string {
  if (value === null) return ''
  if (kind === 'money' && typeof value === 'number') return amountText(value, showsSen)
  if (kind === 'quantity' && typeof value === 'number') return formatQuantity(value)
  if (kind === 'decimal') return decimalText(String(value))
  if (kind === 'percent') return percentText(String(value))
  if (kind === 'date' && typeof value === 'string') return formatDateShort(value)
  return String(value)
}

function amountText(amount: number, showsSen: boolean): string {
  if (amount === 0) return '-'
  const whole = formatAmount(Math.abs(amount))
  const text = showsSen && amount % 100 === 0 ? `${whole},00` : whole
  return amount < 0 ? `(${text})` : text
}
