import { Button, Checkbox, Group, Select, Text } from '@mantine/core'
import { useState } from 'react'
import { monthOf } from '../../../../shared/calendar.ts'
import type { SavingsProduct } from '../../../../shared/contract/savings.ts'
import { useBook } from '../../../app/session.tsx'
import { useRateWords } from '../../../app/use-rate-words.ts'
import { client } from '../../../client.ts'
import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { type EntryForm, useEntryForm } from '../../../ui/form/entry-form.ts'
import { FormFrame } from '../../../ui/form/FormFrame.tsx'
import { useText } from '../../../ui/text.ts'
import { type InterestValues, interestInput, interestValues } from './interest-values.ts'
import { monthsAround } from './months-around.ts'
import type { ProductFormProps } from './product-form.ts'
import { Section } from './Section.tsx'
import { TierFields } from './TierFields.tsx'

/** How a product earns: what held and holds, and what is to hold from a month on. */
export function InterestForm({ product, onSaved }: ProductFormProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const form = useEntryForm({
    initial: interestValues(product.interest, monthOf(today)),
    save: (values, requestId) =>
      client.savings.setInterest({ requestId, product: product.product, ...interestInput(values) }),
    onSaved: (answer, { fromMonth }) => {
      form.reset(interestValues(answer.interest, fromMonth))
      const name = language === 'en' ? answer.nameEn : answer.nameId
      onSaved(t(($) => $.savingsRules.interest.saved, { name }))
    },
  })
  const isTerm = product.kind === 'term'
  const { method } = form.values
  return (
    <Section title={t(($) => $.savingsRules.interest[isTerm ? 'termTitle' : 'title'])}>
      {isTerm && <Text mb="sm">{t(($) => $.savingsRules.interest.termText)}</Text>}
      <History rates={product.interest} isTerm={isTerm} />
      <FormFrame
        form={form}
        label={t(($) => $.savingsRules.interest.formTitle)}
        saveLabel={t(($) => $.savingsRules.interest.save)}
      >
        <Select
          label={t(($) => $.savingsRules.interest.fromMonth)}
          data={monthsAround(monthOf(today), language)}
          value={form.values.fromMonth}
          onChange={(month) => month !== null && form.set('fromMonth', month)}
          error={form.errorAt('fromMonth')}
          searchable
        />
        <TierFields form={form} isTerm={isTerm} />
        {!isTerm && (
          <ChoiceField
            label={t(($) => $.calculator.savings.method)}
            description={t(($) => $.savingsRules.interest.methodHints[method])}
            {...form.field('method')}
            choices={(['lowest', 'average_daily', 'daily', 'average_of_balances'] as const).map((value) => ({
              value,
              label: t(($) => $.calculator.savings.methods[value]),
            }))}
          />
        )}
        <MoreTerms form={form} isTerm={isTerm} />
      </FormFrame>
    </Section>
  )
}

interface HistoryProps {
  readonly rates: SavingsProduct['interest']
  readonly isTerm: boolean
}

function History({ rates, isTerm }: HistoryProps) {
  const { t } = useText()
  const words = useRateWords()
  if (rates.length === 0 && isTerm) return null
  if (rates.length === 0) return <Text mb="sm">{t(($) => $.savingsRules.interest.none)}</Text>
  return (
    <Text component="ul" mb="sm" pl="md" mt={0}>
      {rates.map((rate) => (
        <li key={rate.fromMonth}>{isTerm ? words.offer(rate) : words.line(rate)}</li>
      ))}
    </Text>
  )
}

/** What most cooperatives leave as it is. */
function MoreTerms({ form, isTerm }: { readonly form: EntryForm<InterestValues>; readonly isTerm: boolean }) {
  const { t } = useText()
  const [isMore, setMore] = useState(false)
  return (
    <>
      {isMore && (
        <>
          <ChoiceField
            label={t(($) => $.calculator.savings.dayBasis)}
            description={t(($) => $.savingsRules.interest.dayBasisHints[form.values.dayBasis])}
            {...form.field('dayBasis')}
            choices={(['twelfths', '365', '360', 'actual'] as const).map((value) => ({
              value,
              label: t(($) => $.calculator.savings.dayBases[value]),
            }))}
          />
          <ChoiceField
            label={t(($) => $.calculator.savings.rounding)}
            {...form.field('rounding')}
            choices={(['down', 'half_up'] as const).map((value) => ({
              value,
              label: t(($) => $.calculator.savings.roundings[value]),
            }))}
          />
          {!isTerm && (
            <MoneyField
              label={t(($) => $.savingsRules.interest.minimumBalance)}
              {...form.field('minimumBalance')}
              withoutWords
            />
          )}
          {!isTerm && form.values.method === 'lowest' && (
            <Checkbox
              label={t(($) => $.calculator.savings.openingCounts)}
              checked={form.values.openingCounts}
              onChange={(event) => form.set('openingCounts', event.currentTarget.checked)}
            />
          )}
        </>
      )}
      <Group>
        <Button variant="default" size="sm" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
          {t(($) => $.savingsRules.interest[isMore ? 'fewer' : 'more'])}
        </Button>
      </Group>
    </>
  )
}
