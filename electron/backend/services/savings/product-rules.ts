import type { Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { SavingsRules } from '../../../../shared/rules/default-savings.ts'
import type { SavingsProductTable } from '../../db/tables.ts'

type Given = Omit<Inputs['savings']['updateProduct'], 'product'>
type Product = Pick<SavingsProductTable, 'kind' | 'name_id'>

/**
 * The rules of a product with what is given put over them. Refuses what does not fit together or is not for this kind:
 * pokok and wajib stay until their member leaves (UU 25/1992), a term deposit until its own day.
 */
export function changedRules(product: Product, before: SavingsRules, given: Given): SavingsRules {
  const lock = given.lock ?? before.lock
  const earlyWithdrawal = given.earlyWithdrawal ?? before.earlyWithdrawal
  const isUntilDay = lock === 'until_date'
  const hasPenalty = earlyWithdrawal === 'penalty_pct'
  if (given.unlocksOn && !isUntilDay) throw invalidInput(['unlocksOn'], 'not_together')
  if (given.earlyPct && !hasPenalty) throw invalidInput(['earlyPct'], 'not_together')
  const rules: SavingsRules = {
    collected: given.collected ?? before.collected,
    lock,
    unlocksOn: isUntilDay ? givenOr(given.unlocksOn, before.unlocksOn) : null,
    earlyWithdrawal,
    earlyPct: hasPenalty ? givenOr(given.earlyPct, before.earlyPct) : null,
    minimumDeposit: given.minimumDeposit ?? before.minimumDeposit,
    instalments: given.instalments ?? before.instalments,
    passbookLines: given.passbookLines ?? before.passbookLines,
  }
  if (hasPenalty && rules.earlyPct === null) throw invalidInput(['earlyPct'], 'required')
  requireFitting(product, rules)
  return rules
}

/** Null empties, undefined leaves. */
function givenOr<Value>(given: Value | undefined, before: Value): Value {
  return given === undefined ? before : given
}

function requireFitting({ kind, name_id: product }: Product, { collected, lock, instalments }: SavingsRules): void {
  const isTerm = kind === 'term'
  if (collected && (isTerm || kind === 'loan_linked')) {
    throw new Refusal('NOT_ALLOWED', 'product_not_collected', { product })
  }
  if ((kind === 'principal' || kind === 'mandatory') && lock !== 'until_exit') {
    throw new Refusal('NOT_ALLOWED', 'lock_by_law', { product })
  }
  if (isTerm && lock !== 'none') throw new Refusal('NOT_ALLOWED', 'lock_of_term', { product })
  if (instalments > 1 && kind !== 'principal') throw invalidInput(['instalments'], 'not_principal', { product })
}
