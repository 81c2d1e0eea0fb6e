import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { MemberSearch } from '../../../app/MemberSearch.tsx'
import { SavedPanel } from '../../../app/SavedPanel.tsx'
import { useBook } from '../../../app/session.tsx'
import { useFreshVisit } from '../../../app/use-fresh-visit.ts'
import { client } from '../../../client.ts'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { LinkButton } from '../LinkButton.tsx'
import { useCapitalWarnings } from '../use-capital-warnings.ts'

type Contributed = Answers['capital']['contribute']

interface Values {
  readonly contributor: string
  readonly member: PickedMember | null
  readonly amount: number | null
  readonly date: string | null
  readonly repayableOn: string | null
  readonly cashAccount: string | null
  readonly agreementNumber: string
}

interface Saved {
  readonly posted: Contributed
  readonly values: Values
}

/** Modal penyertaan comes in: a member, a firm or the village puts money into the cooperative. */
export function Contribute() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.capital.borrowings.contribute)} text={t(($) => $.capital.contribute.text)} />
      {saved ? <Notice saved={saved} onNext={() => setSaved(undefined)} /> : <Fields onSaved={setSaved} />}
    </>
  )
}

function Notice({ saved, onNext }: { readonly saved: Saved; readonly onNext: () => void }) {
  const { t } = useText()
  const { posted, values } = saved
  const warnings = useCapitalWarnings(posted.warnings)
  const about = { amount: formatRupiah(values.amount ?? 0), lender: contributorOf(values) }
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.capital.contribute.saved, about)}
      balance={posted.owed}
      balanceLabel={t(($) => $.capital.giveBack.balance)}
      warnings={warnings}
      onNext={onNext}
    >
      <LinkButton
        to={`/funds/borrowings/card/${posted.borrowingId}`}
        label={t(($) => $.capital.borrowingCard.contribution)}
        isApart
      />
    </SavedPanel>
  )
}

/** A member's own name where nobody else is named. */
function contributorOf({ contributor, member }: Values): string {
  return contributor.trim() === '' ? (member?.title ?? '') : contributor
}

function Fields({ onSaved }: { readonly onSaved: (saved: Saved) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = {
    ...{ contributor: '', member: null, amount: null, date: today, repayableOn: null, cashAccount: null },
    agreementNumber: '',
  }
  const form = useEntryForm({
    initial,
    save: (values, requestId): Promise<Contributed> =>
      client.capital.contribute({
        ...{ requestId, contributor: contributorOf(values), amount: values.amount ?? 0, date: values.date ?? '' },
        cashAccount: values.cashAccount ?? '',
        ...(values.member !== null && { memberId: values.member.id }),
        ...(values.repayableOn !== null && { repayableOn: values.repayableOn }),
        ...(values.agreementNumber.trim() !== '' && { agreementNumber: values.agreementNumber }),
      }),
    onSaved: (posted, values) => onSaved({ posted, values }),
    paths: { memberId: 'member' },
  })
  return (
    <FormFrame
      form={form}
      label={t(($) => $.capital.borrowings.contribute)}
      saveLabel={t(($) => $.capital.contribute.save)}
    >
      <TextField label={t(($) => $.capital.contribute.contributor)} {...form.field('contributor')} autoFocus />
      <MemberSearch label={t(($) => $.capital.contribute.member)} {...form.field('member')} />
      <MoneyField label={t(($) => $.capital.amount)} {...form.field('amount')} />
      <DateField label={t(($) => $.capital.date)} today={today} {...form.field('date')} />
      <DateField
        label={t(($) => $.capital.contribute.repayableOn)}
        today={today}
        anyDay
        {...form.field('repayableOn')}
      />
      <TextField label={t(($) => $.capital.agreementNumber)} {...form.field('agreementNumber')} />
      <CashAccountSelect
        label={t(($) => $.capital.cashAccount)}
        {...form.field('cashAccount')}
        onOffer={form.offer('cashAccount')}
      />
    </FormFrame>
  )
}
