import { formatRupiah } from '../../../shared/rules/money.ts'
import classes from './display.module.css'

interface MoneyProps {
  /** Sen. */
  readonly amount: number
}

/** An amount in running text or beside a label: `Rp1.250.000`, figures of equal width, never broken over two lines. */
export function Money({ amount }: MoneyProps) {
  return <span className={classes.money}>{formatRupiah(amount)}</span>
}
