import { Group } from '@mantine/core'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { debtor, debtWay } from './debt-accounts.ts'

export type PaidDebt = Answers['trade']['pay']

interface DebtPaymentProps {
  readonly debt: Answers['trade']['debt']
  readonly onPaid: (paid: PaidDebt) => void
}

interface Values {
  readonly amount: number | null
  readonly cashAccount: string | null
  readonly date: string | null
}

/** Pays all or part of what is open: what falls due first before the rest. */
export function DebtPayment({ debt, onPaid }: DebtPaymentProps) {
  const { t } = useText()
  const { today } = useBook()
  const way = debtWay(debt.account)
  const initial: Values = { amount: null, cashAccount: null, date: today }
  const form = useEntryForm({
    initial,
    save: (values: Values, requestId) => pay(debt, values, requestId),
    onSaved: onPaid,
  })
  const title = t(($) => $.shop.debts.actions[way])
  return (
    <FormFrame form={form} label={title} saveLabel={title} maxWidth="48rem">
      <Group grow align="flex-start" gap="md">
        <MoneyField
          label={t(($) => $.trade.sell.amount)}
          description={t(($) => $.shop.debts.amountText)}
          {...form.field('amount')}
          autoFocus
        />
        <CashAccountSelect
          label={t(($) => (way === 'pay' ? $.trade.from : $.trade.sell.into))}
          description={t(($) => $.shop.debts.oldestFirst)}
          // A marketplace sends its money to a bank or an e-wallet, never as notes.
          bankOnly={way === 'withdraw'}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </Group>
      <DateField label={t(($) => $.trade.date)} today={today} {...form.field('date')} />
    </FormFrame>
  )
}

function pay(
  { account, memberId, partnerId }: DebtPaymentProps['debt'],
  { amount, cashAccount, date }: Values,
  requestId: string,
): Promise<PaidDebt> {
  const given = {
    ...{ requestId, date: date ?? '', cashAccount: cashAccount ?? '', ...debtor(account, memberId ?? partnerId ?? '') },
    ...(amount !== null && { amount }),
  }
  const way = debtWay(account)
  if (way === 'pay') return client.trade.pay(given as Inputs['trade']['pay'])
  if (way === 'receive') return client.trade.receive(given as Inputs['trade']['receive'])
  return client.trade.withdrawMarketplace(given as Inputs['trade']['withdrawMarketplace'])
}
