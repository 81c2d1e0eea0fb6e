import type { SavingsRules } from '../../../shared/rules/default-savings.ts'
import type { SavingsProductTable } from './tables.ts'

/** A product's rules as columns. */
export function savingsRuleColumns(rules: SavingsRules) {
  return {
    collected: rules.collected ? 1 : 0,
    lock_rule: rules.lock,
    unlocks_on: rules.unlocksOn,
    early_withdrawal: rules.earlyWithdrawal,
    early_pct: rules.earlyPct,
    minimum_deposit: rules.minimumDeposit,
    instalments: rules.instalments,
    passbook_lines: rules.passbookLines,
  } satisfies Partial<SavingsProductTable>
}

/** A product's rules as its row says them. */
export function savingsRulesOf(row: SavingsProductTable): SavingsRules {
  return {
    collected: row.collected === 1,
    lock: row.lock_rule,
    unlocksOn: row.unlocks_on,
    earlyWithdrawal: row.early_withdrawal,
    earlyPct: row.early_pct,
    minimumDeposit: row.minimum_deposit,
    instalments: row.instalments,
    passbookLines: row.passbook_lines,
  }
}
