import { skipToken, useQuery } from '@tanstack/react-query'
import type { Answers } from '../../../../shared/contract/index.ts'
import { ApproverField } from '../../../app/ApproverField.tsx'
import { orpc } from '../../../app/queries.ts'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { CountField, RateField } from '../../../ui/fields/NumberField.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { hasOwnRate } from '../application/application-values.ts'
import type { Loan } from '../loan-words.ts'
import classes from '../loans.module.css'
import { NewSchedule } from './NewSchedule.tsx'

const methods = ['flat', 'declining', 'annuity', 'bullet'] as const

interface Values {
  readonly months: number | null
  readonly rate: string | null
  readonly method: Loan['method']
  /** What becomes of interest that is due and unpaid. */
  readonly unpaid: 'letGo' | 'capitalise'
  readonly date: string | null
  readonly firstDueOn: string | null
  readonly reason: string
  readonly approvedBy: string
}

interface RestructureFormProps {
  readonly loan: Loan
  /** Who usually approves. */
  readonly by: string
  readonly onDone: (done: Answers['loans']['restructure']) => void
}

/** New terms on the left, what they come to on the right, before anybody agrees. */
export function RestructureForm({ loan, by, onDone }: RestructureFormProps) {
  const { t } = useText()
  const { today } = useBook()
  const initial: Values = {
    ...{ months: null, rate: loan.ratePct, method: loan.method, unpaid: 'letGo' },
    ...{ date: today, firstDueOn: null, reason: '', approvedBy: by },
  }
  const form = useEntryForm({
    initial,
    save: (values, requestId) => {
      const { reason, approvedBy } = values
      return client.loans.restructure({ requestId, ...wanted(loan, values), reason, approvedBy })
    },
    onSaved: onDone,
    paths: { ratePctPerMonth: 'rate' },
  })
  const { values } = form
  const asked = values.months === null || values.date === null ? undefined : wanted(loan, values)
  const preview = useQuery({
    ...orpc.loans.previewRestructure.queryOptions({ input: asked ?? skipToken }),
    retry: false,
  })
  return (
    <div className={classes.sideBySide}>
      <FormFrame form={form} label={t(($) => $.loans.restructure.title)} saveLabel={t(($) => $.loans.restructure.save)}>
        <CountField
          label={t(($) => $.loans.restructure.months)}
          unit={t(($) => $.loans.months)}
          {...form.field('months')}
          autoFocus
        />
        {hasOwnRate(loan) && <RateField label={t(($) => $.loans.apply.rate)} {...form.field('rate')} />}
        <ChoiceField
          label={t(($) => $.loans.restructure.method)}
          {...form.field('method')}
          choices={methods.map((value) => ({ value, label: t(($) => $.loans.methodLong[value]) }))}
        />
        <ChoiceField
          label={t(($) => $.loans.restructure.unpaid)}
          {...form.field('unpaid')}
          choices={(['letGo', 'capitalise'] as const).map((value) => ({
            ...{ value, label: t(($) => $.loans.restructure.unpaidAs[value]) },
          }))}
        />
        <DateField label={t(($) => $.loans.restructure.date)} today={today} {...form.field('date')} />
        <DateField label={t(($) => $.loans.disburse.firstDueOn)} today={today} anyDay {...form.field('firstDueOn')} />
        <TextField
          label={t(($) => $.loans.restructure.reason)}
          description={t(($) => $.loans.restructure.reasonHint)}
          {...form.field('reason')}
        />
        <ApproverField
          label={t(($) => $.loans.approve.by)}
          description={t(($) => $.loans.approve.text)}
          field={form.field('approvedBy')}
        />
      </FormFrame>
      <NewSchedule loan={loan} preview={asked && preview.data} error={preview.error} />
    </div>
  )
}

/** What the loan goes on as; what stays as it was is not named. */
function wanted(loan: Loan, { months, rate, method, unpaid, date, firstDueOn }: Values) {
  return {
    ...{ loanId: loan.loanId, date: date ?? '', months: months ?? 0, method },
    capitaliseInterest: unpaid === 'capitalise',
    ...(hasOwnRate(loan) && rate !== null && rate !== loan.ratePct && { ratePctPerMonth: rate }),
    ...(firstDueOn !== null && { firstDueOn }),
  }
}
