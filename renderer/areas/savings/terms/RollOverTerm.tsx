import { Paper, Text, Title } from '@mantine/core'
import { formatDate } from '../../../../shared/calendar.ts'
import { CashAccountSelect } from '../../../app/CashAccountSelect.tsx'
import { useBook } from '../../../app/session.tsx'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { CountField } from '../../../ui/fields/NumberField.tsx'
import { YearlyRateField } from '../../../ui/fields/YearlyRateField.tsx'
import { useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import type { TermEndProps } from './CloseTerm.tsx'

type How = 'principal' | 'principal_and_interest'

/** Places a term deposit again that is over, as it was agreed unless something is changed. */
export function RollOverTerm({ term, onEnded }: TermEndProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const { savingsAccountId } = term
  const form = useEntryForm({
    initial: {
      rollover: (term.rollover === 'none' ? 'principal' : term.rollover) as How,
      months: term.months as number | null,
      rate: term.ratePctPerYear as string | null,
      date: today as string | null,
      cashAccount: null as string | null,
    },
    save: ({ rollover, months, rate, date, cashAccount }, requestId) =>
      client.savings.termRollOver({
        ...{ requestId, savingsAccountId, rollover, date: date ?? '' },
        ...{ months: months ?? 0, ratePctPerYear: rate ?? '' },
        ...(paysCash(rollover) && cashAccount !== null && { cashAccount }),
      }),
    onSaved: (answer) => onEnded({ way: 'rolled', term, answer }),
    paths: { ratePctPerYear: 'rate' },
  })
  const paysCash = (rollover: How) => rollover === 'principal' && term.payInterestTo === null
  const title = t(($) => $.termDeposits.roll.title)
  return (
    <Paper component="section" withBorder p="md" radius="md">
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      <Text mb="sm">{t(($) => $.termDeposits.roll.text, { date: formatDate(term.maturesOn, language) })}</Text>
      <FormFrame form={form} label={title} saveLabel={t(($) => $.termDeposits.roll.save)}>
        <ChoiceField
          label={t(($) => $.termDeposits.roll.how)}
          {...form.field('rollover')}
          choices={(['principal', 'principal_and_interest'] as const).map((value) => ({
            value,
            label: t(($) => $.termDeposits.roll.hows[value]),
          }))}
        />
        <CountField
          label={t(($) => $.termDeposits.form.months)}
          unit={t(($) => $.termDeposits.form.unit)}
          {...form.field('months')}
        />
        <YearlyRateField label={t(($) => $.termDeposits.form.rate)} {...form.field('rate')} />
        <DateField label={t(($) => $.termDeposits.roll.date)} today={today} {...form.field('date')} />
        {paysCash(form.values.rollover) && (
          <CashAccountSelect
            label={t(($) => $.termDeposits.roll.cashAccount)}
            {...form.field('cashAccount')}
            onOffer={form.offer('cashAccount')}
          />
        )}
      </FormFrame>
    </Paper>
  )
}
