import { useText } from '../ui/text.ts'

/** What a posting warns of, as sentences, with what it came to where one says so; a code without a sentence is not for people. */
export function usePostingWarnings(codes: readonly string[], said: { readonly amount?: string } = {}): string[] {
  const { t } = useText()
  const sentences: Readonly<Record<string, string>> = {
    principal_above_due: t(($) => $.savings.warning.principalAboveDue),
    before_joining: t(($) => $.savings.warning.beforeJoining),
    other_balances_stay: t(($) => $.leaving.warning.otherBalances),
    guarantor_of_running_loan: t(($) => $.leaving.warning.guarantor),
    interest_not_run: t(($) => $.leaving.warning.interestNotRun),
    debt_stays_open: t(($) => $.leaving.warning.debtStaysOpen),
    interest_already_run: t(($) => $.savings.warning.interestAlreadyRun),
    tax_above_interest: t(($) => $.savings.warning.taxAboveInterest),
    fee_not_returned: t(($) => $.shop.warning.feeNotReturned),
    sold_below_cost: t(($) => $.shop.warning.soldBelowCost),
    return_of_unpaid: t(($) => $.shop.warning.returnOfUnpaid, { amount: said.amount ?? '' }),
    maker_owes: t(($) => $.shop.warning.makerOwes),
    goods_of_maker_who_owes: t(($) => $.shop.warning.goodsOfMakerWhoOwes),
    kept_goods_missing: t(($) => $.shop.warning.keptMissing),
    kept_goods_surplus: t(($) => $.shop.warning.keptSurplus),
    final_period_over: t(($) => $.tax.periodOver),
    bank_below_zero: t(($) => $.savings.warning.bankBelowZero),
  }
  return codes.flatMap((code) => sentences[code] ?? [])
}
