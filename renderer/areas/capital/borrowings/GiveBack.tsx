import { useState } from 'react'
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
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { useCapitalWarnings } from '../use-capital-warnings.ts'
import { BorrowingSelect } from './BorrowingSelect.tsx'
import { useBorrowingOfAddress, useOwed } from './use-borrowings.ts'

type Returned = Answers['capital']['return']

interface Values {
  readonly borrowingId: string
  readonly amount: number | null
  readonly date: string | null
  readonly cashAccount: string | null
}

interface Saved {
  readonly posted: Returned
  readonly lender: string
  readonly amount: number
}

/** Modal penyertaan goes back to who put it in. */
export function GiveBack() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.capital.giveBack.title)} text={t(($) => $.capital.giveBack.text)} />
      {saved ? <Notice saved={saved} onNext={() => setSaved(undefined)} /> : <Fields onSaved={setSaved} />}
    </>
  )
}

function Notice({ saved, onNext }: { readonly saved: Saved; readonly onNext: () => void }) {
  const { t } = useText()
  const { posted, lender, amount } = saved
  const warnings = useCapitalWarnings(posted.warnings)
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.capital.giveBack.saved, { amount: formatRupiah(amount), lender })}
      balance={posted.owed}
      balanceLabel={t(($) => $.capital.giveBack.balance)}
      warnings={warnings}
      onNext={onNext}
    />
  )
}

function Fields({ onSaved }: { readonly onSaved: (saved: Saved) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const known = useBorrowingOfAddress()
  const owed = useOwed(true)
  const initial: Values = { borrowingId: known, amount: null, date: today, cashAccount: null }
  const form = useEntryForm({
    initial,
    save: ({ borrowingId, amount, date, cashAccount }, requestId): Promise<Returned> =>
      client.capital.return({
        ...{ requestId, borrowingId, amount: amount ?? 0, date: date ?? '', cashAccount: cashAccount ?? '' },
      }),
    onSaved: (posted, { amount }) => onSaved({ posted, lender: chosen?.lender ?? '', amount: amount ?? 0 }),
  })
  const chosen = owed?.find(({ borrowingId }) => borrowingId === form.values.borrowingId)
  return (
    <FormFrame form={form} label={t(($) => $.capital.giveBack.title)} saveLabel={t(($) => $.capital.giveBack.save)}>
      <BorrowingSelect
        label={t(($) => $.capital.giveBack.which)}
        rows={owed}
        {...form.field('borrowingId')}
        autoFocus={known === ''}
      />
      <MoneyField label={t(($) => $.capital.amount)} {...form.field('amount')} autoFocus={known !== ''} />
      <DateField label={t(($) => $.capital.date)} today={today} {...form.field('date')} />
      <CashAccountSelect
        label={t(($) => $.capital.cashAccount)}
        {...form.field('cashAccount')}
        onOffer={form.offer('cashAccount')}
      />
    </FormFrame>
  )
}
