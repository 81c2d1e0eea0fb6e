import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../shared/contract/index.ts'
import type { SavingsProduct } from '../../../shared/contract/savings.ts'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { MemberSearch } from '../../app/MemberSearch.tsx'
import { useProductNames } from '../../app/product-names.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { useSavingsRule } from '../../app/use-savings-rule.ts'
import { client } from '../../client.ts'
import { AskBack } from '../../ui/fields/AskBack.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import type { PickedMember } from '../../ui/fields/MemberPicker.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../ui/form/entry-form.ts'
import { FormFrame } from '../../ui/form/FormFrame.tsx'
import { useText } from '../../ui/text.ts'
import { AccountChoice } from './AccountChoice.tsx'
import { type SavingsChoice, savingsChoices, type Way } from './savings-choices.ts'
import { useEarlyCost } from './use-early-cost.tsx'

type Withdrawn = Answers['savings']['withdraw']

/** A withdrawal also says what was handed over and what was kept. */
type MovementAnswer = Answers['savings']['deposit'] & Partial<Pick<Withdrawn, 'paid' | 'penalty' | 'forfeited'>>

/** What was saved, as the notice says it. */
export interface Moved {
  readonly answer: MovementAnswer
  readonly member: PickedMember
  readonly productName: string
  readonly amount: number
  readonly savingsAccountId: string
}

interface Values {
  readonly member: PickedMember | null
  readonly account: string | null
  readonly amount: number | null
  readonly date: string | null
  readonly cashAccount: string | null
  readonly memo: string
  /** What savings for a purpose are drawn for. */
  readonly purpose: string
}

interface MovementFormProps {
  readonly way: Way
  readonly member: PickedMember | null
  readonly account: string | null
  readonly onMoved: (moved: Moved) => void
}

const noProducts: readonly SavingsProduct[] = []

/** Member, savings, amount: what stands on the slip. A kind of savings she does not have yet is opened on the way. */
export function MovementForm({ way, member, account, onMoved }: MovementFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const nameOf = useProductNames()
  const products = useQuery(orpc.savings.products.queryOptions({ input: {} }))
  const initial: Values = { member, account, amount: null, date: today, cashAccount: null, memo: '', purpose: '' }
  const form = useEntryForm({
    initial,
    save: (values, requestId): Promise<MovementAnswer> => record(way, chosen, values, requestId),
    onSaved: (answer, values) => {
      if (!values.member || !chosen) return
      const productName = nameOf(chosen.product)
      const { savingsAccountId } = answer
      onMoved({ answer, member: values.member, productName, amount: values.amount ?? 0, savingsAccountId })
    },
    paths: { savingsAccountId: 'account', product: 'account', memberId: 'member' },
  })
  const { values } = form
  const owner = useQuery({
    ...orpc.members.get.queryOptions({ input: { memberId: values.member?.id ?? '' } }),
    enabled: values.member !== null,
  })
  const held = owner.data?.memberId === values.member?.id ? owner.data : undefined
  const choices = held ? savingsChoices(way, held, products.data?.rows ?? noProducts) : []
  const chosen =
    choices.find(({ value }) => value === values.account) ?? (choices.length === 1 ? choices[0] : undefined)
  const lastDeposit = useLastDeposit(way === 'deposit' ? chosen?.savingsAccountId : undefined)
  const lock = products.data?.rows.find(({ product }) => product === chosen?.product)?.lock
  const ruleOf = useSavingsRule()
  const hint = way === 'withdraw' ? (chosen ? ruleOf(chosen.product) : t(($) => $.savings.withdraw.locked)) : undefined
  const isLocked = way === 'withdraw' && lock !== undefined && lock !== 'none'
  const early = useEarlyCost(isLocked ? withdrawalOf(chosen, values) : undefined, form.save)
  return (
    <>
      <FormFrame
        form={isLocked ? { ...form, save: early.save } : form}
        label={t(($) => $.savings[way].title)}
        saveLabel={t(($) => $.savings[way].save)}
      >
        <MemberSearch
          label={t(($) => $.savings.form.member)}
          status={way === 'deposit' ? 'active' : 'all'}
          {...form.field('member')}
          autoFocus={member === null}
        />
        <AccountChoice
          choices={choices}
          chosen={chosen}
          hint={held && choices.length === 0 ? t(($) => $.savings.withdraw.nothing) : hint}
          error={form.field('account').error}
          isFirst={member !== null && account === null}
          onChange={(value) => form.set('account', value)}
        />
        <MoneyField
          label={t(($) => $.savings[way].amount)}
          usual={way === 'deposit' ? (usualOf(chosen) ?? lastDeposit) : undefined}
          {...form.field('amount')}
          autoFocus={member !== null && account !== null}
        />
        {isLocked && lock === 'until_purpose' && (
          <TextField
            label={t(($) => $.savings.withdraw.purpose)}
            description={t(($) => $.savings.withdraw.purposeHint)}
            {...form.field('purpose')}
          />
        )}
        {early.note}
        {way === 'deposit' && isPaidUp(chosen) && <PaidUpQuestion key={chosen?.value} />}
        <DateField label={t(($) => $.savings.form.date)} today={today} {...form.field('date')} />
        <CashAccountSelect
          label={t(($) => $.savings[way].cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
        <TextField label={t(($) => $.savings.form.memo)} {...form.field('memo')} />
      </FormFrame>
      {early.dialog}
    </>
  )
}

/** What a withdrawal would be asked with; undefined while something is missing. */
function withdrawalOf(chosen: SavingsChoice | undefined, { amount, date, purpose }: Values) {
  const { savingsAccountId } = chosen ?? {}
  if (savingsAccountId === undefined || date === null || !amount) return undefined
  return { savingsAccountId, date, amount, ...(purpose.trim() !== '' && { purpose }) }
}

/** A deposit on a kind she has no account of yet opens it: both happen, or neither. */
async function record(
  way: Way,
  chosen: SavingsChoice | undefined,
  { amount, date, cashAccount, memo, purpose, member }: Values,
  requestId: string,
): Promise<MovementAnswer> {
  const moving = {
    ...{ requestId, date: date ?? '', amount: amount ?? 0, cashAccount: cashAccount ?? '' },
    ...(memo.trim() !== '' && { memo }),
  }
  const savingsAccountId = chosen?.savingsAccountId ?? ''
  if (way === 'deposit' && member && chosen && savingsAccountId === '') {
    return client.savings.deposit({ ...moving, memberId: member.id, product: chosen.product })
  }
  if (way === 'deposit') return client.savings.deposit({ ...moving, savingsAccountId })
  const drawn = { ...moving, savingsAccountId, ...(purpose.trim() !== '' && { purpose }) }
  return { ...(await client.savings.withdraw(drawn)), savingsAccountId }
}

/** Principal savings are paid once. */
function isPaidUp(chosen: SavingsChoice | undefined): boolean {
  const { kind, balance = 0, due = 0 } = chosen ?? {}
  return kind === 'principal' && balance > 0 && balance >= due
}

function PaidUpQuestion() {
  const { t } = useText()
  const [isAnswered, setAnswered] = useState(false)
  if (isAnswered) return null
  const answers = [{ label: t(($) => $.ui.money.yes), choose: () => setAnswered(true) }]
  return <AskBack question={t(($) => $.savings.form.paidUp)} answers={answers} />
}

/** What was last paid into the account, sen: what is usual where nothing is due. */
function useLastDeposit(savingsAccountId: string | undefined): number | undefined {
  const card = useQuery({
    ...orpc.savings.card.queryOptions({ input: { savingsAccountId: savingsAccountId ?? '' } }),
    enabled: savingsAccountId !== undefined,
  })
  const paid = card.data?.rows.filter(({ deposit, reversedBy, reverses }) => deposit > 0 && !reversedBy && !reverses)
  return savingsAccountId === undefined ? undefined : paid?.at(-1)?.deposit
}

/** Ten times a month's due is probably a zero too many; a kind without a due has no usual amount. */
function usualOf(chosen: SavingsChoice | undefined): number | undefined {
  return chosen?.due === undefined || chosen.due === 0 ? undefined : chosen.due
}
