import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { monthOf } from '../../../../shared/calendar.ts'
import type { PostedAnswer } from '../../../../shared/contract/procedure.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { MemberSearch } from '../../../app/MemberSearch.tsx'
import { useProductNames } from '../../../app/product-names.ts'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { memberOption, type PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import { YearlyRateField } from '../../../ui/fields/YearlyRateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../savings.module.css'
import { TermPreview } from './TermPreview.tsx'
import { type TermValues, termInput } from './term-values.ts'
import { usePayChoices } from './term-words.ts'

export type TermWay = 'open' | 'taken'

/** What was saved, as the notice says it; only money that moved has a voucher. */
export interface Placed {
  readonly savingsAccountId: string
  readonly number: string
  readonly maturesOn: string
  readonly posted: PostedAnswer | undefined
  readonly member: PickedMember
  readonly amount: number
  readonly months: number
}

interface TermFormProps {
  readonly way: TermWay
  /** Whose it will be, where the screen before knew. */
  readonly memberId: string | null
  readonly onPlaced: (placed: Placed) => void
}

/** Waits for the member of the address, so that the form begins with her in it. */
export function TermForm({ memberId, ...props }: TermFormProps) {
  const known = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId: memberId ?? '' } }),
    enabled: memberId !== null,
  })
  const products = useTermProducts()
  if ((memberId !== null && known.isPending) || products === undefined) return null
  return <Fields {...props} products={products} member={known.data ? memberOption(known.data) : null} />
}

interface FieldsProps extends Omit<TermFormProps, 'memberId'> {
  readonly member: PickedMember | null
  readonly products: readonly TermProduct[]
}

function Fields({ way, member, products, onPlaced }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const [first] = products
  const initial: TermValues = {
    ...{ member, product: first?.value ?? '', amount: null, months: null, rate: first?.offered ?? null, date: today },
    ...{ rollover: 'none', payInterestTo: '', cashAccount: null },
  }
  const form = useEntryForm({
    initial,
    save: async (values, requestId) => {
      const agreed = { requestId, ...termInput(values) }
      if (way === 'taken') return { ...(await client.savings.termTakeOver(agreed)), posted: undefined }
      const answer = await client.savings.termOpen({ ...agreed, cashAccount: values.cashAccount ?? '' })
      return { ...answer, posted: answer }
    },
    onSaved: ({ savingsAccountId, number, maturesOn, posted }, saved) => {
      const { amount, months } = saved
      if (!saved.member) return
      const said = { member: saved.member, amount: amount ?? 0, months: months ?? 0 }
      onPlaced({ savingsAccountId, number, maturesOn, posted, ...said })
    },
    paths: { memberId: 'member', ratePctPerYear: 'rate' },
  })
  const { values } = form
  const choose = (id: string) => {
    form.set('product', id)
    form.set('rate', products.find(({ value }) => value === id)?.offered ?? null)
  }
  return (
    <div className={classes.sideBySide}>
      <FormFrame form={form} label={t(($) => $.termDeposits[way].title)} saveLabel={t(($) => $.termDeposits[way].save)}>
        <MemberSearch
          label={t(($) => $.termDeposits.form.member)}
          {...form.field('member')}
          autoFocus={member === null}
        />
        {products.length > 1 && (
          <ChoiceField
            label={t(($) => $.termDeposits.form.product)}
            {...form.field('product')}
            onChange={choose}
            choices={products}
          />
        )}
        {products.length === 0 && <Text>{t(($) => $.termDeposits.form.noProduct)}</Text>}
        <MoneyField
          label={t(($) => $.termDeposits.form.amount)}
          {...form.field('amount')}
          autoFocus={member !== null}
        />
        <CountField
          label={t(($) => $.termDeposits[way === 'taken' ? 'taken' : 'form'].months)}
          unit={t(($) => $.termDeposits.form.unit)}
          {...form.field('months')}
        />
        <YearlyRateField label={t(($) => $.termDeposits.form.rate)} {...form.field('rate')} />
        <DateField
          label={t(($) => $.termDeposits[way === 'taken' ? 'taken' : 'form'].date)}
          description={way === 'taken' ? t(($) => $.termDeposits.taken.dateHint) : undefined}
          today={today}
          anyDay={way === 'taken'}
          {...form.field('date')}
        />
        <ChoiceField
          label={t(($) => $.termDeposits.form.rollover)}
          {...form.field('rollover')}
          choices={(['none', 'principal', 'principal_and_interest'] as const).map((value) => ({
            value,
            label: t(($) => $.termDeposits.form.rollovers[value]),
          }))}
        />
        {values.rollover !== 'principal_and_interest' && <PayTo form={form} />}
        {way === 'open' && (
          <CashAccountSelect
            label={t(($) => $.termDeposits.form.cashAccount)}
            {...form.field('cashAccount')}
            onOffer={form.offer('cashAccount')}
          />
        )}
      </FormFrame>
      <TermPreview values={values} />
    </div>
  )
}

function PayTo({ form }: { readonly form: ReturnType<typeof useEntryForm<TermValues, unknown>> }) {
  const { t } = useText()
  const choices = usePayChoices(form.values.member?.id)
  return (
    <ChoiceField
      label={t(($) => $.termDeposits.form.payTo)}
      {...form.field('payInterestTo')}
      none={t(($) => $.termDeposits.form.payAtEnd)}
      choices={choices}
    />
  )
}

interface TermProduct {
  readonly value: string
  readonly label: string
  /** What the cooperative offers now, percent a year; null where nothing is offered. */
  readonly offered: string | null
}

function useTermProducts(): readonly TermProduct[] | undefined {
  const { today } = useBook()
  const nameOf = useProductNames()
  const { data } = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  return data?.rows
    .filter(({ kind, active }) => kind === 'term' && active)
    .map(({ product, name, interest }) => {
      const rate = interest.findLast(({ fromMonth }) => fromMonth <= monthOf(today))?.tiers[0]?.ratePctPerYear
      const offered = rate === undefined || Number(rate) === 0 ? null : rate
      return { value: product, label: nameOf(product, name), offered }
    })
}
