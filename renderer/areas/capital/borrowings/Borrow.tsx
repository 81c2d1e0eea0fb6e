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
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { YearlyRateField } from '../../../ui/fields/YearlyRateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../capital.module.css'
import { LinkButton } from '../LinkButton.tsx'
import { useCapitalWarnings } from '../use-capital-warnings.ts'
import { lenderKinds, useKindName } from './use-borrowings.ts'

type Borrowed = Answers['capital']['borrow']

const methods = ['flat', 'declining', 'annuity', 'bullet'] as const

interface Values {
  readonly kind: (typeof lenderKinds)[number]
  readonly lender: string
  readonly member: PickedMember | null
  readonly principal: number | null
  readonly rate: string | null
  readonly method: (typeof methods)[number]
  readonly months: number | null
  readonly date: string | null
  readonly firstDueOn: string | null
  readonly cashAccount: string | null
  readonly agreementNumber: string
  readonly covenant: string
  readonly collateral: string
}

interface Saved {
  readonly posted: Borrowed
  readonly lender: string
  readonly principal: number
}

/** Somebody lends to the cooperative: the money comes in, and the schedule is kept as agreed. */
export function Borrow() {
  const { t } = useText()
  const [saved, setSaved] = useState<Saved>()
  useFreshVisit(() => setSaved(undefined))
  return (
    <>
      <PageHead title={t(($) => $.capital.borrowings.borrow)} text={t(($) => $.capital.borrow.text)} />
      {saved ? <Notice saved={saved} onNext={() => setSaved(undefined)} /> : <Fields onSaved={setSaved} />}
    </>
  )
}

function Notice({ saved, onNext }: { readonly saved: Saved; readonly onNext: () => void }) {
  const { t } = useText()
  const { posted, lender, principal } = saved
  const warnings = useCapitalWarnings(posted.warnings)
  return (
    <SavedPanel
      posted={posted}
      sentence={t(($) => $.capital.borrow.saved, { amount: formatRupiah(principal), lender })}
      balance={posted.owed}
      balanceLabel={t(($) => $.capital.repay.balance)}
      warnings={warnings}
      onNext={onNext}
    >
      <LinkButton to={`/funds/borrowings/card/${posted.borrowingId}`} label={t(($) => $.capital.borrowingCard.title)} />
    </SavedPanel>
  )
}

function inputOf(values: Values) {
  const { kind, lender, member, principal, rate, method, months, date, firstDueOn, cashAccount } = values
  const filled = (key: 'agreementNumber' | 'covenant' | 'collateral') =>
    values[key].trim() === '' ? {} : { [key]: values[key] }
  return {
    ...{ kind, method, lender: kind === '27105' ? (member?.title ?? '') : lender, principal: principal ?? 0 },
    ...{ ratePctPerYear: rate ?? '', months: months ?? 0, date: date ?? '', cashAccount: cashAccount ?? '' },
    ...(kind === '27105' && member !== null && { memberId: member.id }),
    ...(firstDueOn !== null && { firstDueOn }),
    ...{ ...filled('agreementNumber'), ...filled('covenant'), ...filled('collateral') },
  }
}

function Fields({ onSaved }: { readonly onSaved: (saved: Saved) => void }) {
  const { t } = useText()
  const { today } = useBook()
  const kindName = useKindName()
  const initial: Values = {
    ...{ kind: '27101', lender: '', member: null, principal: null, rate: null, method: 'flat', months: null },
    ...{ date: today, firstDueOn: null, cashAccount: null, agreementNumber: '', covenant: '', collateral: '' },
  }
  const form = useEntryForm({
    initial,
    save: (values, requestId): Promise<Borrowed> => client.capital.borrow({ ...inputOf(values), requestId }),
    onSaved: (posted, values) => {
      const { lender, principal } = inputOf(values)
      onSaved({ posted, lender, principal })
    },
    paths: (path, { kind }) =>
      ({ ratePctPerYear: 'rate', memberId: 'member', ...(kind === '27105' && { lender: 'member' }) })[path] ?? path,
  })
  const { kind } = form.values
  return (
    <FormFrame
      form={form}
      label={t(($) => $.capital.borrowings.borrow)}
      saveLabel={t(($) => $.capital.borrow.save)}
      maxWidth="52rem"
    >
      <div className={classes.two}>
        <ChoiceField
          label={t(($) => $.capital.borrow.kind)}
          {...form.field('kind')}
          choices={lenderKinds.map((value) => ({ value, label: kindName(value) }))}
          autoFocus
        />
        {kind === '27105' ? (
          <MemberSearch label={t(($) => $.capital.borrow.member)} {...form.field('member')} />
        ) : (
          <TextField label={t(($) => $.capital.borrow.lender)} {...form.field('lender')} />
        )}
        <MoneyField label={t(($) => $.capital.borrow.principal)} {...form.field('principal')} />
        <YearlyRateField label={t(($) => $.capital.borrow.rate)} {...form.field('rate')} />
        <ChoiceField
          label={t(($) => $.capital.borrow.method)}
          {...form.field('method')}
          choices={methods.map((value) => ({ value, label: t(($) => $.capital.borrow.methods[value]) }))}
        />
        <CountField
          label={t(($) => $.capital.borrow.months)}
          unit={t(($) => $.capital.borrow.monthsUnit)}
          {...form.field('months')}
        />
        <DateField label={t(($) => $.capital.date)} today={today} {...form.field('date')} />
        <DateField label={t(($) => $.capital.borrow.firstDueOn)} today={today} anyDay {...form.field('firstDueOn')} />
        <CashAccountSelect
          label={t(($) => $.capital.cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
        <TextField label={t(($) => $.capital.agreementNumber)} {...form.field('agreementNumber')} />
        <TextField label={t(($) => $.capital.borrow.covenant)} {...form.field('covenant')} />
        <TextField label={t(($) => $.capital.borrow.collateral)} {...form.field('collateral')} />
      </div>
    </FormFrame>
  )
}
