import type { SettlementSheet } from '../../../../shared/contract/member-exit.ts'
import { formatAmount } from '../../../../shared/rules/money.ts'
import { useProductNames } from '../../../app/product-names.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../members.module.css'

interface Line {
  readonly key: string
  readonly label: string
  readonly amount: number
}

/** The settlement sheet as it is signed: what is hers, what she owes, what is paid to her. */
export function SettlementTable({ sheet }: { readonly sheet: SettlementSheet }) {
  const { t } = useText()
  const { hers, owed, payable, short } = sheet.totals
  const result = short > 0 ? { label: t(($) => $.leaving.sheet.short), amount: short } : undefined
  return (
    <table className={classes.savings} aria-label={t(($) => $.leaving.sheet.label)}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.leaving.sheet.hers)}</th>
          <th scope="col" className={classes.amount}>
            {t(($) => $.leaving.sheet.amount)}
          </th>
        </tr>
      </thead>
      <tbody>
        <Lines lines={useHers(sheet)} />
        <Total label={t(($) => $.leaving.sheet.totalHers)} amount={hers} />
        <tr>
          <th scope="rowgroup" colSpan={2}>
            {t(($) => $.leaving.sheet.owed)}
          </th>
        </tr>
        <Lines lines={useOwed(sheet)} />
        <Total label={t(($) => $.leaving.sheet.totalOwed)} amount={owed} />
      </tbody>
      <tfoot>
        <tr className={classes.result}>
          <td>{result?.label ?? t(($) => $.leaving.sheet.payable)}</td>
          <td className={classes.amount}>{formatAmount(result?.amount ?? payable)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

function useHers({ savings, terms, shu, held }: SettlementSheet): Line[] {
  const { t } = useText()
  const nameOf = useProductNames()
  const accounts = savings.map(({ savingsAccountId, number, product, name, balance }) => {
    const label = t(($) => $.leaving.sheet.savings, { product: nameOf(product, name), number })
    return { key: savingsAccountId, label, amount: balance }
  })
  return [
    ...accounts,
    ...terms.map(({ savingsAccountId, number, interest }) => ({
      ...{ key: `${savingsAccountId} interest`, label: t(($) => $.leaving.sheet.termInterest, { number }) },
      amount: interest,
    })),
    { key: 'shu', label: t(($) => $.leaving.sheet.shu), amount: shu },
    { key: 'held', label: t(($) => $.leaving.sheet.held), amount: held },
  ].filter(({ amount }) => amount !== 0)
}

function useOwed({ terms, lossShare, receivable, loans, writtenOff }: SettlementSheet): Line[] {
  const { t } = useText()
  const parts = loans.flatMap(({ loanId, number, principal, interest, penalty }) => [
    { key: `${loanId} principal`, label: t(($) => $.leaving.sheet.principal, { number }), amount: principal },
    { key: `${loanId} interest`, label: t(($) => $.leaving.sheet.interest, { number }), amount: interest },
    { key: `${loanId} penalty`, label: t(($) => $.leaving.sheet.penalty, { number }), amount: penalty },
  ])
  const kept = terms.flatMap(({ savingsAccountId, number, tax, penalty }) => [
    { key: `${savingsAccountId} tax`, label: t(($) => $.leaving.sheet.termTax, { number }), amount: tax },
    { key: `${savingsAccountId} penalty`, label: t(($) => $.leaving.sheet.termPenalty, { number }), amount: penalty },
  ])
  return [
    ...kept,
    { key: 'loss', label: t(($) => $.leaving.sheet.lossShare), amount: lossShare },
    { key: 'receivable', label: t(($) => $.leaving.sheet.receivable), amount: receivable },
    ...parts,
    ...writtenOff.map(({ loanId, number, paid }) => ({
      ...{ key: `${loanId} written off`, label: t(($) => $.leaving.sheet.writtenOff, { number }), amount: paid },
    })),
  ].filter(({ amount }) => amount !== 0)
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useText()
  if (lines.length === 0) {
    return (
      <tr>
        <td colSpan={2}>{t(($) => $.leaving.sheet.nothing)}</td>
      </tr>
    )
  }
  return lines.map(({ key, label, amount }) => (
    <tr key={key}>
      <td>{label}</td>
      <td className={classes.amount}>{formatAmount(amount)}</td>
    </tr>
  ))
}

function Total({ label, amount }: Omit<Line, 'key'>) {
  return (
    <tr className={classes.subtotal}>
      <td>{label}</td>
      <td className={classes.amount}>{formatAmount(amount)}</td>
    </tr>
  )
}
