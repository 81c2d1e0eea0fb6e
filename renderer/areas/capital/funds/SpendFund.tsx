import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { orpc } from '../../../app/queries.ts'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { type Fund, isGivenBack, useOpenFunds } from '../../../app/use-open-funds.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { LinkButton } from '../LinkButton.tsx'
import { useCapitalWarnings } from '../use-capital-warnings.ts'
import { ApprovalField } from './ApprovalField.tsx'
import { FundSelect } from './FundSelect.tsx'
import { useFundAccount, useFundOfAddress } from './use-fund-choice.ts'

type Spent = Answers['funds']['spend']

interface Values {
  readonly fundId: string
  readonly budgetLineId: string
  readonly amount: number | null
  readonly description: string
  readonly approvedBy: string
  readonly date: string | null
  readonly cashAccount: string | null
}

interface Saved {
  readonly posted: Spent
  readonly fund: Fund
  readonly amount: number
}

/** Money of a fund is spent on what a budget line is meant for. */
export function SpendFund() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.capital.move.spend.title)} text={t(($) => $.capital.move.spend.text)} />
      {saved ? <Notice saved={saved} onNext={() => setSaved(undefined)} /> : <Fields onSaved={setSaved} />}
    </>
  )
}

function Notice({ saved: { posted, fund, amount }, onNext }: { readonly saved: Saved; readonly onNext: () => void }) {
  const { t } = useText()
  const warnings = useCapitalWarnings(posted.warnings)
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.capital.move.spend.saved, { amount: formatRupiah(amount), fund: fund.name })}
      balance={posted.balance}
      balanceLabel={t(($) => $.capital.move.balance)}
      warnings={warnings}
      onNext={onNext}
    >
      <LinkButton to={`/funds/card/${fund.fundId}`} label={t(($) => $.capital.fund.toCard)} isApart />
    </SavedPanel>
  )
}

function Fields({ onSaved }: { readonly onSaved: (saved: Saved) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const known = useFundOfAddress()
  const funds = useOpenFunds((one) => one.treatment === 'activity' && !isGivenBack(one))
  const initial: Values = {
    ...{
      fundId: known,
      budgetLineId: '',
      amount: null,
      description: '',
      approvedBy: '',
      date: today,
      cashAccount: null,
    },
  }
  const form = useEntryForm({
    initial,
    save: ({ approvedBy, amount, date, cashAccount, ...values }, requestId): Promise<Spent> =>
      client.funds.spend({
        ...{ requestId, ...values, amount: amount ?? 0, date: date ?? '', cashAccount: cashAccount ?? '' },
        ...(approvedBy.trim() !== '' && { approvedBy }),
      }),
    onSaved: (posted, { amount }) => fund && onSaved({ posted, fund, amount: amount ?? 0 }),
  })
  const { values } = form
  const fund = funds?.find(({ fundId }) => fundId === values.fundId)
  useFundAccount(fund, form.offer('cashAccount'))
  const { data } = useQuery({
    ...orpc.funds.get.queryOptions({ input: { fundId: values.fundId, asOf: '2999-12-31' } }),
    enabled: values.fundId !== '',
  })
  const budget = values.fundId === '' ? [] : (data?.budget ?? [])
  const line = budget.find(({ budgetLineId }) => budgetLineId === values.budgetLineId)
  return (
    <FormFrame form={form} label={t(($) => $.capital.move.spend.title)} saveLabel={t(($) => $.capital.move.spend.save)}>
      <FundSelect
        funds={funds}
        empty={t(($) => $.capital.move.spend.none)}
        {...form.field('fundId')}
        autoFocus={known === ''}
      />
      <ChoiceField
        label={t(($) => $.capital.move.spend.line)}
        none={t(($) => $.capital.choose)}
        {...form.field('budgetLineId')}
        choices={budget.map(({ budgetLineId, name, left }) => ({
          ...{
            value: budgetLineId,
            label: t(($) => $.capital.move.spend.lineLeft, { name, left: formatRupiah(left) }),
          },
        }))}
        autoFocus={known !== ''}
      />
      <MoneyField label={t(($) => $.capital.amount)} {...form.field('amount')} />
      <ApprovalField amount={values.amount} fund={data} line={line} field={form.field('approvedBy')} />
      <TextField label={t(($) => $.capital.move.spend.description)} {...form.field('description')} />
      <DateField label={t(($) => $.capital.date)} today={today} {...form.field('date')} />
      <CashAccountSelect label={t(($) => $.capital.cashAccount)} {...form.field('cashAccount')} />
    </FormFrame>
  )
}
