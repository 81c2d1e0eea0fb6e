import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { surplusFundAccounts } from '../../../../shared/rules/entries/surplus-distribution.ts'
import { surplusFundUse } from '../../../../shared/rules/entries/surplus-fund-use.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { post } from '../../ledger/post.ts'
import { accountNames } from '../../reports/account-names.ts'
import { surplusFunds } from '../../reports/shu/funds.ts'
import type { Reading, Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { requireSecondPerson } from '../second-person.ts'
import { lowestBalance } from './lowest-balance.ts'

type Inputs = AllInputs['closing']

/** The funds of the surplus in a year, used or not, and what they were used for. */
export async function shuFunds({ db }: Reading, { year }: Inputs['shuFunds']): Promise<Answers['closing']['shuFunds']> {
  const [names, english] = [await accountNames(db, 'id'), await accountNames(db, 'en')]
  const { funds, uses } = await surplusFunds(db, year, names)
  const byAccount = new Map(funds.map((fund) => [fund.account, fund]))
  return {
    year,
    funds: surplusFundAccounts.map((account) => {
      const { opening = 0, added = 0, used = 0, balance = 0 } = byAccount.get(account) ?? {}
      const [name, nameEn] = [names.get(account) ?? account, english.get(account) ?? account]
      return { account, name, nameEn, opening, added, used, balance }
    }),
    uses: uses.map(({ fund: _, ...use }) => use),
  }
}

/**
 * Pays out of a fund of the surplus, for what and to whom (accounting.md section 6.4). Refuses INVALID_INPUT for tax that
 * leaves nothing to pay (`tax_above_amount`), and NEEDS_APPROVAL `fund_balance` for more than there is on that day or any
 * later one; what a second person approved is shown below zero.
 */
export async function spendShuFund(
  work: Work,
  { requestId: _, paidTo, approvedBy, tax = sen(0), ...use }: Inputs['spendShuFund'],
): Promise<Answers['closing']['spendShuFund']> {
  const { tx } = work
  const { account, amount, date, cashAccount } = use
  await requireCashAccount(tx, cashAccount, 'cashAccount')
  if (tax >= amount) throw invalidInput(['tax'], 'tax_above_amount')
  if (approvedBy !== undefined) await requireSecondPerson(work, approvedBy)
  const there = await lowestBalance(tx, account, 'credit', date)
  const balance = there - amount
  if (balance < 0 && approvedBy === undefined) {
    const fund = (await accountNames(tx, 'id')).get(account) ?? account
    throw new Refusal('NEEDS_APPROVAL', 'fund_balance', { fund, available: Math.max(0, there), short: -balance })
  }
  const posted = await post(work, surplusFundUse({ ...use, tax }), approvedBy === undefined ? {} : { approvedBy })
  await tx.insertInto('voucher_party').values({ entry_id: posted.entryId, name: paidTo }).execute()
  return { ...posted, warnings: [...posted.warnings, ...(balance < 0 ? ['shu_fund_below_zero'] : [])], balance }
}
