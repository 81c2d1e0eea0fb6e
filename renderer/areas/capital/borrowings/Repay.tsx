import { Checkbox } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatDate } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { useCapitalWarnings } from '../use-capital-warnings.ts'
import { BorrowingSelect } from './BorrowingSelect.tsx'
import { type Borrowing, useBorrowingOfAddress, useOwed } from './use-borrowings.ts'

type Repaid = Answers['capital']['repay']

interface Values {
  readonly borrowingId: string
  readonly isSplit: boolean
  readonly amount: number | null
  readonly principal: number | null
  readonly interest: number | null
  readonly date: string | null
  readonly cashAccount: string | null
}

interface Saved {
  readonly posted: Repaid
  readonly lender: string
}

/** An instalment to who lent to the cooperative. */
export function Repay() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.capital.repay.title)} text={t(($) => $.capital.repay.text)} />
      {saved ? <Notice saved={saved} onNext={() => setSaved(undefined)} /> : <Fields onSaved={setSaved} />}
    </>
  )
}

function Notice({ saved, onNext }: { readonly saved: Saved; readonly onNext: () => void }) {
  const { t } = useText()
  const { posted, lender } = saved
  const warnings = useCapitalWarnings(posted.warnings)
  const parts = { principal: formatRupiah(posted.principal), interest: formatRupiah(posted.interest), lender }
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.capital.repay.saved, parts)}
      balance={posted.owed}
      balanceLabel={t(($) => $.capital.repay.balance)}
      warnings={warnings}
      onNext={onNext}
    />
  )
}

function inputOf({ borrowingId, isSplit, amount, principal, interest, date, cashAccount }: Values) {
  const head = { borrowingId, date: date ?? '', cashAccount: cashAccount ?? '' }
  return isSplit ? { ...head, principal: principal ?? 0, interest: interest ?? 0 } : { ...head, amount: amount ?? 0 }
}

function Fields({ onSaved }: { readonly onSaved: (saved: Saved) => void }) {
  const { t, language } = useText()
  const { today } = useBook()
  const known = useBorrowingOfAddress()
  const owed = useOwed(false)
  const initial: Values = {
    ...{ borrowingId: known, isSplit: false, amount: null, principal: null, interest: null },
    ...{ date: today, cashAccount: null },
  }
  const form = useEntryForm({
    initial,
    save: (values, requestId): Promise<Repaid> => client.capital.repay({ ...inputOf(values), requestId }),
    onSaved: (posted) => onSaved({ posted, lender: chosen?.lender ?? '' }),
  })
  const { borrowingId, isSplit } = form.values
  const chosen = owed?.find((row) => row.borrowingId === borrowingId)
  const due = dueOf(chosen)
  useDue(chosen, form)
  const sentence = chosen?.nextDue
    ? t(($) => $.capital.repay.due, {
        ...{ amount: formatRupiah(due ?? 0), date: formatDate(chosen.nextDue.dueOn, language) },
        ...{ principal: formatRupiah(chosen.nextDue.principal), interest: formatRupiah(chosen.nextDue.interest) },
      })
    : undefined
  return (
    <FormFrame form={form} label={t(($) => $.capital.repay.title)} saveLabel={t(($) => $.capital.repay.save)}>
      <BorrowingSelect
        label={t(($) => $.capital.repay.which)}
        rows={owed}
        empty={t(($) => $.capital.repay.none)}
        {...form.field('borrowingId')}
        autoFocus={known === ''}
      />
      {isSplit ? (
        <>
          <MoneyField label={t(($) => $.capital.repay.principal)} description={sentence} {...form.field('principal')} />
          <MoneyField label={t(($) => $.capital.repay.interest)} {...form.field('interest')} />
        </>
      ) : (
        <MoneyField
          label={t(($) => $.capital.amount)}
          description={sentence}
          usual={due}
          {...form.field('amount')}
          autoFocus={known !== ''}
        />
      )}
      <Checkbox
        label={t(($) => $.capital.repay.split)}
        checked={isSplit}
        onChange={(event) => form.set('isSplit', event.currentTarget.checked)}
      />
      <DateField label={t(($) => $.capital.date)} today={today} {...form.field('date')} />
      <CashAccountSelect
        label={t(($) => $.capital.cashAccount)}
        {...form.field('cashAccount')}
        onOffer={form.offer('cashAccount')}
      />
    </FormFrame>
  )
}

/** What falls due next stands in the fields as soon as the borrowing is chosen. */
function useDue(borrowing: Borrowing | undefined, form: EntryForm<Values>): void {
  const { nextDue } = borrowing ?? {}
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another borrowing proposes other amounts
  useEffect(() => {
    if (!nextDue) return
    form.offer('amount')(dueOf(borrowing) ?? null)
    form.offer('principal')(nextDue.principal)
    form.offer('interest')(nextDue.interest)
  }, [borrowing?.borrowingId, nextDue?.n])
}

/** What the oldest unpaid instalment asks for, sen. */
function dueOf(borrowing: Borrowing | undefined): number | undefined {
  const { nextDue } = borrowing ?? {}
  return nextDue ? nextDue.principal + nextDue.interest : undefined
}
