import type { ChartAccount } from '../../../shared/rules/default-chart.ts'
import type { AccountTable } from './tables.ts'

/** An account as its table keeps it. */
export function accountColumns(account: ChartAccount & { readonly active: boolean }): AccountTable {
  return {
    code: account.code,
    name_id: account.nameId,
    name_en: account.nameEn,
    type: account.type,
    normal: account.normal,
    parent: account.parent,
    postable: account.postable ? 1 : 0,
    subledger: account.subledger,
    cash_flow: account.cashFlow,
    cash_flow_line: account.cashFlowLine,
    report_line: account.reportLine,
    note: account.note,
    active: account.active ? 1 : 0,
  }
}
