import { Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { useLoanProductNames } from '../../../app/loan-product-names.ts'
import { MemberSearch } from '../../../app/MemberSearch.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { CountField, RateField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { CollateralDialog } from '../card/CollateralDialog.tsx'
import { GuarantorDialog } from '../card/GuarantorDialog.tsx'
import classes from '../loans.module.css'
import { ApplicationBacking, OfficerHint } from './ApplicationBacking.tsx'
import {
  type ApplicationValues,
  applicationField,
  backingInput,
  hasOwnRate,
  noBacking,
  wantedLoan,
} from './application-values.ts'
import { FundChoice } from './FundChoice.tsx'
import { LoanQuote } from './LoanQuote.tsx'

/** What an application became. */
export interface Applied {
  readonly answer: Answers['loans']['apply']
  readonly member: PickedMember
  readonly principal: number
  readonly date: string
}

interface ApplicationFormProps {
  readonly member: PickedMember | null
  readonly onApplied: (applied: Applied) => void
}

/** Who, which kind, how much, how long, what for; what it comes to stands beside it before it is saved. */
export function ApplicationForm({ member, onApplied }: ApplicationFormProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const nameOf = useLoanProductNames()
  const [adding, setAdding] = useState<Added>()
  const { data } = useQuery(orpc.loans.products.queryOptions({ input: {} }))
  const products = (data?.rows ?? []).filter(({ active }) => active)
  const productOf = (id: string) => products.find(({ product }) => product === id)
  const initial: ApplicationValues = {
    ...{ member, product: '', principal: null, months: null, rate: null, purpose: '', fundId: '' },
    ...{ date: today, ...noBacking },
  }
  const form = useEntryForm({
    initial,
    save: (values, requestId): Promise<Answers['loans']['apply']> => {
      const { member: borrower, product, principal, months, purpose, fundId, date } = values
      const wanted = wantedLoan(values, productOf(product))
      return client.loans.apply({
        ...{ requestId, memberId: borrower?.id ?? '', product, purpose, date: date ?? '' },
        ...{ principal: principal ?? 0, months: months ?? 0, ...wanted },
        ...(fundId !== '' && { fundId }),
        ...backingInput(values),
      })
    },
    onSaved: (answer, values) => {
      const { principal, date } = values
      if (values.member) onApplied({ answer, member: values.member, principal: principal ?? 0, date: date ?? today })
    },
    paths: applicationField,
  })
  const { values } = form
  const chosen = productOf(values.product)
  const chooseMember = (next: PickedMember | null) => {
    form.set('member', next)
    // Whose savings these were is another member's matter.
    form.set('mandate', [])
  }
  const choose = (product: string) => {
    form.set('product', product)
    const next = productOf(product)
    form.offer('rate')(next && hasOwnRate(next) ? next.ratePct : null)
  }
  return (
    <div className={classes.sideBySide}>
      <FormFrame form={form} label={t(($) => $.loans.apply.title)} saveLabel={t(($) => $.loans.apply.save)}>
        <MemberSearch
          label={t(($) => $.loans.form.member)}
          {...form.field('member')}
          onChange={chooseMember}
          autoFocus={member === null}
        />
        <OfficerHint member={values.member} />
        <ChoiceField
          label={t(($) => $.loans.apply.product)}
          {...form.field('product')}
          onChange={choose}
          none={t(($) => $.loans.apply.choose)}
          choices={products.map(({ product }) => ({ value: product, label: nameOf(product) }))}
          autoFocus={member !== null}
        />
        <MoneyField label={t(($) => $.loans.apply.principal)} {...form.field('principal')} />
        <div className={classes.two}>
          <CountField
            label={t(($) => $.loans.apply.months)}
            unit={t(($) => $.loans.months)}
            {...form.field('months')}
          />
          {hasOwnRate(chosen) && <RateField label={t(($) => $.loans.apply.rate)} {...form.field('rate')} />}
        </div>
        {chosen && hasOwnRate(chosen) && values.rate !== chosen.ratePct && (
          <Text size="sm" c="gray.7">
            {t(($) => $.loans.apply.rateHint, { pct: formatPct(chosen.ratePct, language) })}
          </Text>
        )}
        <TextField label={t(($) => $.loans.apply.purpose)} {...form.field('purpose')} />
        <FundChoice {...form.field('fundId')} />
        <ApplicationBacking form={form} product={chosen} onAdd={setAdding} />
        <DateField label={t(($) => $.loans.apply.date)} today={today} {...form.field('date')} />
      </FormFrame>
      <Preview wanted={wantedLoan(values, chosen)} />
      <AddDialogs form={form} adding={adding} onClose={() => setAdding(undefined)} />
    </div>
  )
}

type Added = 'guarantor' | 'collateral'

interface AddDialogsProps {
  readonly form: Pick<EntryForm<ApplicationValues>, 'values' | 'set'>
  readonly adding: Added | undefined
  readonly onClose: () => void
}

/** Outside the form: what is typed in a dialog is no field of the application. */
function AddDialogs({ form: { values, set }, adding, onClose }: AddDialogsProps) {
  const save = () => Promise.resolve()
  if (adding === 'guarantor') {
    return (
      <GuarantorDialog
        onClose={onClose}
        save={save}
        onSaved={(name, guarantor) => {
          set('guarantors', [...values.guarantors, { name, guarantor }])
          onClose()
        }}
      />
    )
  }
  if (adding === undefined) return null
  return (
    <CollateralDialog
      owner={values.member?.title.replace(/ \(.*\)$/, '') ?? ''}
      onClose={onClose}
      save={save}
      onSaved={(thing) => {
        set('collateral', [...values.collateral, thing])
        onClose()
      }}
    />
  )
}

/** What the loan would come to if it were paid out on the day of the application. */
function Preview({ wanted }: { readonly wanted: ReturnType<typeof wantedLoan> }) {
  const { t } = useText()
  // Between two digits of one amount nothing is asked.
  const [asked] = useDebouncedValue(wanted, 120)
  const { data, error } = useQuery({
    ...orpc.loans.preview.queryOptions({ input: asked ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  return (
    <section aria-labelledby="loan-preview">
      <Title order={2} size="h4" mb="xs" id="loan-preview">
        {t(($) => $.loans.preview.title)}
      </Title>
      {asked === undefined ? (
        <Text c="gray.7">{t(($) => $.loans.preview.empty)}</Text>
      ) : (
        <>
          <Complaint error={error} />
          {data && <LoanQuote quote={data} principal={asked.principal} />}
        </>
      )}
    </section>
  )
}
