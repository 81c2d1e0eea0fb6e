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
import { type Borrowing, useBorrowingOfAddress, useOwed, usePaidShares } from './use-borrowings.ts'

type Way = 'giveBack' | 'share'
type Returned = Answers['capital']['return'] & Partial<Answers['capital']['payShare']>

interface Values {
  readonly borrowingId: string
  readonly amount: number | null
  readonly date: string | null
  readonly cashAccount: string | null
}

interface Saved {
  readonly posted: Returned
  readonly chosen: Borrowing | undefined
  readonly amount: number
}

/** Modal penyertaan goes back to who put it in. */
export function GiveBack() {
  return <PayContributor way="giveBack" />
}

/** What modal penyertaan earned is paid: what was promised, or what the meeting gave it of surpluses. */
export function PayShare() {
  return <PayContributor way="share" />
}

function PayContributor({ way }: { readonly way: Way }) {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.capital[way].title)} text={t(($) => $.capital[way].text)} />
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

function Notice({ way, saved, onNext }: NoticeProps) {
  const { t } = useText()
  const { posted, chosen, amount } = saved
  const warnings = useCapitalWarnings(posted.warnings)
  const lender = chosen?.lender ?? ''
  const isOfSurplus = way === 'share' && chosen?.kind === '33101'
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.capital[way].saved, { amount: formatRupiah(amount), lender })}
      balance={isOfSurplus ? (posted.shareLeft ?? 0) : posted.owed}
      balanceLabel={t(($) => $.capital[isOfSurplus ? 'share' : 'giveBack'].balance)}
      warnings={warnings}
      onNext={onNext}
    />
  )
}

interface FieldsProps {
  readonly way: Way
  readonly onSaved: (saved: Saved) => void
}

const calls = { giveBack: client.capital.return, share: client.capital.payShare } as const

function Fields({ way, onSaved }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const known = useBorrowingOfAddress()
  const [owed, shares] = [useOwed(true), usePaidShares()]
  const rows = way === 'giveBack' ? owed : shares
  const initial: Values = { borrowingId: known, amount: null, date: today, cashAccount: null }
  const form = useEntryForm({
    initial,
    save: ({ borrowingId, amount, date, cashAccount }, requestId): Promise<Returned> =>
      calls[way]({
        ...{ requestId, borrowingId, amount: amount ?? 0, date: date ?? '', cashAccount: cashAccount ?? '' },
      }),
    onSaved: (posted, { amount }) => onSaved({ posted, chosen, amount: amount ?? 0 }),
  })
  const chosen = rows?.find(({ borrowingId }) => borrowingId === form.values.borrowingId)
  const nameOf = ({ number, lender, shareLeft }: Borrowing) => {
    const name = `${number} ${lender}`
    return shareLeft > 0 ? t(($) => $.capital.share.left, { name, amount: formatRupiah(shareLeft) }) : name
  }
  return (
    <FormFrame form={form} label={t(($) => $.capital[way].title)} saveLabel={t(($) => $.capital[way].save)}>
      <BorrowingSelect
        label={t(($) => $.capital.giveBack.which)}
        rows={rows}
        {...(way === 'share' && { nameOf })}
        empty={t(($) => $.capital[way].none)}
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
