import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { type Fund, leftOfFund, useOpenFunds } from '../../../app/use-open-funds.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { LinkButton } from '../LinkButton.tsx'
import { useCapitalWarnings } from '../use-capital-warnings.ts'
import { FundSelect } from './FundSelect.tsx'
import { useFundAccount, useFundOfAddress } from './use-fund-choice.ts'

type Way = 'receive' | 'refund'
type Moved = Answers['funds']['receive']

interface Saved {
  readonly posted: Moved
  readonly fund: Fund
  readonly amount: number
}

/** Money of a fund comes in. */
export function ReceiveFund() {
  return <MoveFund way="receive" />
}

/** What was not spent goes back to who gave it. */
export function RefundFund() {
  return <MoveFund way="refund" />
}

function MoveFund({ way }: { readonly way: Way }) {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.capital.move[way].title)} text={t(($) => $.capital.move[way].text)} />
      {saved ? (
        <Notice way={way} saved={saved} onNext={() => setSaved(undefined)} />
      ) : (
        <Fields way={way} onSaved={setSaved} />
      )}
    </>
  )
}

interface NoticeProps {
  readonly way: Way
  readonly saved: Saved
  readonly onNext: () => void
}

function Notice({ way, saved: { posted, fund, amount }, onNext }: NoticeProps) {
  const { t } = useText()
  const warnings = useCapitalWarnings(posted.warnings)
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.capital.move[way].saved, { amount: formatRupiah(amount), fund: fund.name })}
      balance={posted.balance}
      balanceLabel={t(($) => $.capital.move.balance)}
      warnings={warnings}
      onNext={onNext}
    >
      <LinkButton to={`/funds/card/${fund.fundId}`} label={t(($) => $.capital.fund.toCard)} isApart />
    </SavedPanel>
  )
}

interface FieldsProps {
  readonly way: Way
  readonly onSaved: (saved: Saved) => void
}

function Fields({ way, onSaved }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const known = useFundOfAddress()
  const isRefundable = (one: Fund) => one.treatment !== 'capital' && leftOfFund(one) > 0
  const funds = useOpenFunds((one) => way === 'receive' || isRefundable(one))
  const form = useEntryForm({
    initial: {
      fundId: known,
      amount: null as number | null,
      date: today as string | null,
      cashAccount: null as string | null,
    },
    save: ({ fundId, amount, date, cashAccount }, requestId): Promise<Moved> =>
      client.funds[way]({ requestId, fundId, amount: amount ?? 0, date: date ?? '', cashAccount: cashAccount ?? '' }),
    onSaved: (posted, { amount }) => fund && onSaved({ posted, fund, amount: amount ?? 0 }),
  })
  const fund = funds?.find(({ fundId }) => fundId === form.values.fundId)
  useFundAccount(fund, form.offer('cashAccount'))
  return (
    <FormFrame form={form} label={t(($) => $.capital.move[way].title)} saveLabel={t(($) => $.capital.move[way].save)}>
      <FundSelect
        funds={funds}
        empty={t(($) => $.capital.move[way].none)}
        {...form.field('fundId')}
        autoFocus={known === ''}
      />
      <MoneyField label={t(($) => $.capital.amount)} {...form.field('amount')} autoFocus={known !== ''} />
      <DateField label={t(($) => $.capital.date)} today={today} {...form.field('date')} />
      <CashAccountSelect label={t(($) => $.capital.cashAccount)} {...form.field('cashAccount')} />
    </FormFrame>
  )
}
