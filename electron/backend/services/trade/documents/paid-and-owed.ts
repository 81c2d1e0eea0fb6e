import { invalidInput } from '../../../../../shared/errors.ts'
import type { MoneyPart } from '../../../../../shared/rules/entries/trade-line.ts'
import type { Sen } from '../../../../../shared/rules/money.ts'
import type { Work } from '../../../work.ts'
import { requireCashAccount } from '../../cash/account.ts'

interface Handed {
  readonly cashAccount?: string | undefined
  readonly paid?: Sen | undefined
  readonly memberId?: string | undefined
  readonly partnerId?: string | undefined
}

interface Bill {
  readonly total: Sen
  /** Where what is not paid stands. */
  readonly account: string
  /** The field that is marked where something stays owed and nobody is named. */
  readonly nameless: string
}

/**
 * What of a bill is paid now, all of it where nothing else is said, and what stays owed, sen. Refuses INVALID_INPUT for
 * more paid than it comes to, for money without its cash account, and for a debt without a name.
 */
export async function paidAndOwed(
  work: Work,
  handed: Handed,
  { total, account, nameless }: Bill,
): Promise<MoneyPart[]> {
  const { cashAccount, memberId, partnerId } = handed
  const paid = handed.paid ?? (cashAccount === undefined ? 0 : total)
  if (paid > total) throw invalidInput(['paid'], 'paid_above_total', { available: total })
  if (paid > 0 && cashAccount === undefined) throw invalidInput(['cashAccount'], 'required')
  if (cashAccount !== undefined) await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const owed = total - paid
  if (owed > 0 && memberId === undefined && partnerId === undefined) throw invalidInput([nameless], 'credit_needs_name')
  return [
    ...(paid > 0 && cashAccount !== undefined ? [{ account: cashAccount, amount: paid }] : []),
    ...(owed > 0 ? [{ account, amount: owed, memberId, partnerId }] : []),
  ]
}
