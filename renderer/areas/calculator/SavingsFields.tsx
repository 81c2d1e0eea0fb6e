import { Button, Checkbox, Group, Select } from '@mantine/core'
import { useState } from 'react'
import { addMonthsToMonth, formatMonth, monthOf } from '../../../shared/calendar.ts'
import { useBook } from '../../app/session.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { RateField } from '../../ui/fields/NumberField.tsx'
import { useText } from '../../ui/text.ts'
import classes from './calculator.module.css'
import { MovementLines } from './MovementLines.tsx'
import { dayBases, interestRoundings, type SavingsValues, savingsMethods } from './savings-values.ts'

export interface SavingsFieldsProps {
  readonly values: SavingsValues
  readonly set: <Key extends keyof SavingsValues>(key: Key, value: SavingsValues[Key]) => void
  readonly errorAt: (path: string) => string | undefined
}

/** What the interest of a month depends on. */
export function SavingsFields(props: SavingsFieldsProps) {
  const { t, language } = useText()
  const { today } = useBook()
  const [isMore, setMore] = useState(false)
  const { values, set, errorAt } = props
  const months = Array.from({ length: 37 }, (_, index) => addMonthsToMonth(monthOf(today), 12 - index))
  return (
    <>
      <div className={classes.two}>
        <MoneyField
          label={t(($) => $.calculator.savings.opening)}
          value={values.opening}
          onChange={(opening) => set('opening', opening)}
          error={errorAt('opening')}
          autoFocus
        />
        <Select
          label={t(($) => $.calculator.savings.month)}
          data={months.map((month) => ({ value: month, label: formatMonth(month, language) }))}
          value={values.month}
          onChange={(month) => month !== null && set('month', month)}
          searchable
        />
        <RateField
          label={t(($) => $.calculator.savings.rate)}
          value={values.rate}
          onChange={(rate) => set('rate', rate)}
          error={errorAt('rate')}
        />
        <ChoiceField
          label={t(($) => $.calculator.savings.method)}
          value={values.method}
          onChange={(method) => set('method', method)}
          choices={savingsMethods.map((one) => ({ value: one, label: t(($) => $.calculator.savings.methods[one]) }))}
        />
      </div>
      <MovementLines {...props} />
      {isMore && <MoreSavingsFields {...props} />}
      <Group>
        <Button variant="default" size="sm" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
          {isMore ? t(($) => $.calculator.fewer) : t(($) => $.calculator.more)}
        </Button>
      </Group>
    </>
  )
}

function MoreSavingsFields({ values, set, errorAt }: SavingsFieldsProps) {
  const { t } = useText()
  return (
    <div className={classes.two}>
      <ChoiceField
        label={t(($) => $.calculator.savings.dayBasis)}
        value={values.dayBasis}
        onChange={(basis) => set('dayBasis', basis)}
        autoFocus
        choices={dayBases.map((one) => ({ value: one, label: t(($) => $.calculator.savings.dayBases[one]) }))}
      />
      <ChoiceField
        label={t(($) => $.calculator.savings.rounding)}
        value={values.rounding}
        onChange={(rounding) => set('rounding', rounding)}
        choices={interestRoundings.map((one) => ({
          value: one,
          label: t(($) => $.calculator.savings.roundings[one]),
        }))}
      />
      <MoneyField
        label={t(($) => $.calculator.savings.minimumBalance)}
        value={values.minimumBalance}
        onChange={(least) => set('minimumBalance', least)}
        error={errorAt('minimumBalance')}
        withoutWords
      />
      {values.method === 'lowest' && (
        <Checkbox
          mt="2.25rem"
          label={t(($) => $.calculator.savings.openingCounts)}
          checked={values.openingCounts}
          onChange={(event) => set('openingCounts', event.currentTarget.checked)}
        />
      )}
    </div>
  )
}
