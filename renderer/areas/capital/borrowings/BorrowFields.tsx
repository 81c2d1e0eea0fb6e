import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatRupiah, sen } from '../../../../shared/rules/money.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { MemberSearch } from '../../../app/MemberSearch.tsx'
import { useBook } from '../../../app/session.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { YearlyRateField } from '../../../ui/fields/YearlyRateField.tsx'
import type { EntryForm } from '../../../ui/form/entry-form.ts'
import { useText } from '../../../ui/text.ts'
import classes from '../capital.module.css'
import { type BorrowValues, borrowingMethods, roundingSteps } from './borrow-values.ts'
import { lenderKinds, useKindName } from './use-borrowings.ts'

interface FieldsProps {
  readonly form: EntryForm<BorrowValues>
}

/** What was agreed with the lender; what seldom is waits behind *Syarat lain*. */
export function BorrowFields({ form }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  return (
    <>
      <div className={classes.two}>
        <LenderFields form={form} />
        <MoneyField label={t(($) => $.capital.borrow.principal)} {...form.field('principal')} />
        <YearlyRateField label={t(($) => $.capital.borrow.rate)} {...form.field('rate')} />
        <ChoiceField
          label={t(($) => $.capital.borrow.method)}
          {...form.field('method')}
          choices={borrowingMethods.map((value) => ({ value, label: t(($) => $.capital.borrow.methods[value]) }))}
        />
        <CountField
          label={t(($) => $.capital.borrow.months)}
          unit={t(($) => $.capital.borrow.monthsUnit)}
          {...form.field('months')}
        />
        <DateField label={t(($) => $.capital.date)} today={today} {...form.field('date')} />
        <CashAccountSelect
          label={t(($) => $.capital.cashAccount)}
          {...form.field('cashAccount')}
          onOffer={form.offer('cashAccount')}
        />
      </div>
      <More form={form} />
    </>
  )
}

function LenderFields({ form }: FieldsProps) {
  const { t } = useText()
  const kindName = useKindName()
  return (
    <>
      <ChoiceField
        label={t(($) => $.capital.borrow.kind)}
        {...form.field('kind')}
        choices={lenderKinds.map((value) => ({ value, label: kindName(value) }))}
        autoFocus
      />
      {form.values.kind === '27105' ? (
        <MemberSearch label={t(($) => $.capital.borrow.member)} {...form.field('member')} />
      ) : (
        <TextField label={t(($) => $.capital.borrow.lender)} {...form.field('lender')} />
      )}
    </>
  )
}

const rare = [
  ...(['firstDueOn', 'everyMonths', 'gracePrincipalMonths', 'graceAllMonths', 'roundTo', 'roundPaymentTo'] as const),
  ...(['agreementNumber', 'covenant', 'collateral'] as const),
]

function More({ form }: FieldsProps) {
  const { t } = useText()
  const [isAsked, setAsked] = useState(false)
  const isRefused = form.hasFailed && rare.some((field) => form.errorAt(field) !== undefined)
  const isOpen = isAsked || isRefused
  return (
    <>
      <div>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setAsked(!isOpen)}>
          {t(($) => $.capital.borrow.more)}
        </Button>
      </div>
      {isOpen && <RareFields form={form} />}
    </>
  )
}

function RareFields({ form }: FieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  const unit = t(($) => $.capital.borrow.monthsUnit)
  const steps = roundingSteps.map((value) => ({ value, label: formatRupiah(sen(Number(value))) }))
  return (
    <div className={classes.two}>
      <TextField label={t(($) => $.capital.agreementNumber)} {...form.field('agreementNumber')} />
      <DateField label={t(($) => $.capital.borrow.firstDueOn)} today={today} anyDay {...form.field('firstDueOn')} />
      {(['everyMonths', 'gracePrincipalMonths', 'graceAllMonths'] as const).map((key) => (
        <CountField key={key} label={t(($) => $.capital.borrow[key])} unit={unit} {...form.field(key)} />
      ))}
      {(['roundTo', 'roundPaymentTo'] as const).map((key) => (
        <ChoiceField
          key={key}
          label={t(($) => $.capital.borrow[key])}
          none={t(($) => $.capital.borrow.notRounded)}
          {...form.field(key)}
          choices={steps}
        />
      ))}
      <TextField label={t(($) => $.capital.borrow.covenant)} {...form.field('covenant')} />
      <TextField label={t(($) => $.capital.borrow.collateral)} {...form.field('collateral')} />
    </div>
  )
}
