import { Alert, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { ApproverField } from '../../../app/ApproverField.tsx'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { type FieldBinding, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'

type Fund = Answers['closing']['shuFunds']['funds'][number]

export interface FundPaid {
  readonly posted: Answers['closing']['spendShuFund']
  readonly sentence: string
}

interface Values {
  readonly account: Fund['account'] | ''
  readonly amount: number | null
  readonly approvedBy: string
  readonly description: string
  readonly paidTo: string
  readonly tax: number | null
  readonly date: string | null
  readonly cashAccount: string | null
}

const nothing = { account: '', amount: null, approvedBy: '', description: '', paidTo: '', tax: null } as const

/** Pays out of a fund of the surplus; what is in each of them is what no later use has taken already. */
export function UseForm({ onPaid }: { readonly onPaid: (paid: FundPaid) => void }) {
  const { t, language } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: { ...nothing, date: today, cashAccount: null } as Values,
    save: (values, requestId) => client.closing.spendShuFund({ requestId, ...asked(values) }),
    onSaved: (posted, { amount, account, paidTo }) => {
      const [paid, fund] = [formatRupiah(amount ?? 0), nameOf(funds.find((one) => one.account === account))]
      onPaid({ posted, sentence: t(($) => $.shu.funds.saved, { amount: paid, fund, who: paidTo }) })
    },
  })
  const { account, amount, date } = form.values
  const year = Number((date ?? today).slice(0, 4))
  const { data } = useQuery(orpc.closing.shuFunds.queryOptions({ input: { year } }))
  const funds = data?.funds ?? []
  const nameOf = (fund: Fund | undefined) => (fund ? (language === 'id' ? fund.name : fund.nameEn) : '')
  const title = t(($) => $.shu.funds.pay)
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {title}
      </Title>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.shu.funds.save)}>
        <ChoiceField
          label={t(($) => $.shu.funds.from)}
          none={t(($) => $.shu.funds.choose)}
          {...form.field('account')}
          choices={funds.map((fund) => ({
            value: fund.account,
            label: t(($) => $.shu.funds.left, { fund: nameOf(fund), amount: formatRupiah(fund.balance) }),
          }))}
        />
        <MoneyField label={t(($) => $.shu.funds.amount)} {...form.field('amount')} />
        <Approval
          amount={amount}
          fund={funds.find((one) => one.account === account)}
          field={form.field('approvedBy')}
        />
        <TextField label={t(($) => $.shu.funds.what)} {...form.field('description')} />
        <TextField label={t(($) => $.shu.funds.who)} {...form.field('paidTo')} />
        <MoneyField
          label={t(($) => $.shu.funds.tax)}
          description={t(($) => $.shu.funds.taxText)}
          {...form.field('tax')}
        />
        <DateField label={t(($) => $.shu.funds.date)} today={today} {...form.field('date')} />
        <CashAccountSelect
          label={t(($) => $.shu.funds.cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </FormFrame>
    </>
  )
}

function asked(values: Values): Omit<Inputs['closing']['spendShuFund'], 'requestId'> {
  const { account, amount, approvedBy, tax, date, cashAccount, ...words } = values
  return {
    ...words,
    ...(account !== '' && { account }),
    ...{ amount: amount ?? 0, date: date ?? '', cashAccount: cashAccount ?? '' },
    ...(tax !== null && { tax }),
    ...(approvedBy.trim() !== '' && { approvedBy }),
    // What was not chosen is left out, and refused at its field.
  } as Omit<Inputs['closing']['spendShuFund'], 'requestId'>
}

interface ApprovalProps {
  readonly amount: number | null
  readonly fund: Fund | undefined
  readonly field: FieldBinding<string>
}

/** More than there is of a fund: somebody else says that it may be; also where only the book knows, for a later use. */
function Approval({ amount, fund, field }: ApprovalProps) {
  const { t } = useText()
  const left = Math.max(0, fund?.balance ?? 0)
  const isOver = fund !== undefined && amount !== null && amount > left
  if (!isOver && field.error === undefined && field.value === '') return null
  return (
    <>
      {isOver && (
        <Alert color="yellow" variant="light" role="status">
          <Text c="dark.9">
            {t(($) => $.shu.funds.over, { left: formatRupiah(left), short: formatRupiah(amount - left) })}
          </Text>
        </Alert>
      )}
      <ApproverField label={t(($) => $.shu.funds.approvedBy)} field={field} />
    </>
  )
}
