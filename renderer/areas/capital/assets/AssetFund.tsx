import { useQuery } from '@tanstack/react-query'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { orpc } from '../../../app/queries.ts'
import { isGivenBack, useOpenFunds } from '../../../app/use-open-funds.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import { ApprovalField } from '../funds/ApprovalField.tsx'
import { useFundAccount } from '../funds/use-fund-choice.ts'
import type { AssetValues } from './asset-values.ts'

interface AssetFundProps {
  readonly form: EntryForm<AssetValues>
}

/** Whose money pays something, or who gives it; nobody's but the cooperative's own unless said. */
export function AssetFund({ form }: AssetFundProps) {
  const { t } = useText()
  const isGift = form.values.way === 'grant'
  const funds =
    useOpenFunds(
      ({ treatment, ...fund }) =>
        treatment === 'capital' || (!isGift && treatment === 'activity' && !isGivenBack(fund)),
    ) ?? []
  const fund = funds.find(({ fundId }) => fundId === form.values.fundId)
  useFundAccount(isGift ? undefined : fund, form.offer('cashAccount'))
  if (funds.length === 0) return null
  return (
    <>
      <ChoiceField
        label={t(($) => $.assets.entry[isGift ? 'giver' : 'fund'])}
        none={t(($) => $.assets.entry[isGift ? 'giverNone' : 'fundNone'])}
        {...form.field('fundId')}
        choices={funds.map(({ fundId, name, balance }) => ({
          ...{ value: fundId, label: isGift ? name : `${name} (${formatRupiah(balance)})` },
        }))}
      />
      {!isGift && fund && <BudgetLine form={form} fundId={fund.fundId} />}
    </>
  )
}

/** The line of the fund's budget it goes from; where there is one only, nothing is asked. */
function BudgetLine({ form, fundId }: AssetFundProps & { readonly fundId: string }) {
  const { t } = useText()
  const { data } = useQuery(orpc.funds.get.queryOptions({ input: { fundId, asOf: '2999-12-31' } }))
  const budget = data?.budget ?? []
  const { budgetLineId, cost } = form.values
  const line = budget.length === 1 ? budget[0] : budget.find((one) => one.budgetLineId === budgetLineId)
  return (
    <>
      {budget.length > 1 && (
        <ChoiceField
          label={t(($) => $.capital.move.spend.line)}
          none={t(($) => $.capital.choose)}
          {...form.field('budgetLineId')}
          choices={budget.map((one) => ({
            value: one.budgetLineId,
            label: t(($) => $.capital.move.spend.lineLeft, { name: one.name, left: formatRupiah(one.left) }),
          }))}
        />
      )}
      <ApprovalField amount={cost} fund={data} line={line} field={form.field('approvedBy')} />
    </>
  )
}
