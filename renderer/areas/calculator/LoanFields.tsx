import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useBook } from '../../app/session.tsx'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { CountField, RateField } from '../../ui/fields/NumberField.tsx'
import { useText } from '../../ui/text.ts'
import classes from './calculator.module.css'
import { intervals, type LoanValues, type Method, methods, roundings, roundingWays } from './loan-values.ts'

export interface LoanFieldsProps {
  readonly values: LoanValues
  readonly set: <Key extends keyof LoanValues>(key: Key, value: LoanValues[Key]) => void
  readonly errorAt: (path: string) => string | undefined
}

/** What a loan's instalments depend on, the usual things first. */
export function LoanFields(props: LoanFieldsProps) {
  const { t } = useText()
  const [isMore, setMore] = useState(false)
  const { values, set, errorAt } = props
  const { method, other } = values
  return (
    <>
      <MoneyField
        label={t(($) => $.calculator.loan.principal)}
        value={values.principal}
        onChange={(amount) => set('principal', amount)}
        error={errorAt('principal')}
        autoFocus
      />
      <div className={classes.three}>
        <CountField
          label={t(($) => $.calculator.loan.months)}
          unit={t(($) => $.loans.months)}
          value={values.months}
          onChange={(months) => set('months', months)}
          error={errorAt('months')}
        />
        <RateField
          label={t(($) => $.calculator.loan.rate)}
          value={values.rate}
          onChange={(rate) => set('rate', rate)}
          error={errorAt('rate')}
        />
        <ChoiceField
          label={t(($) => $.calculator.loan.ratePer)}
          value={values.ratePer}
          onChange={(per) => set('ratePer', per)}
          choices={(['month', 'year'] as const).map((per) => ({ value: per, label: t(($) => $.loans.ratePer[per]) }))}
        />
      </div>
      <ChoiceField
        label={t(($) => $.calculator.loan.method)}
        value={method}
        onChange={(chosen) => set('method', chosen)}
        choices={methods.map((one) => ({ value: one, label: t(($) => $.loans.methodLong[one]) }))}
      />
      <ChoiceField
        label={t(($) => $.calculator.loan.other)}
        value={other === method ? '' : other}
        onChange={(chosen: Method | '') => set('other', chosen)}
        none={t(($) => $.calculator.loan.noOther)}
        choices={methods
          .filter((one) => one !== method)
          .map((one) => ({ value: one, label: t(($) => $.loans.method[one]) }))}
      />
      {isMore && <MoreLoanFields {...props} />}
      <Group>
        <Button variant="default" size="sm" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
          {isMore ? t(($) => $.calculator.fewer) : t(($) => $.calculator.more)}
        </Button>
      </Group>
    </>
  )
}

function MoreLoanFields({ values, set, errorAt }: LoanFieldsProps) {
  const { t } = useText()
  const { today } = useBook()
  return (
    <>
      <ChoiceField
        label={t(($) => $.calculator.loan.interval)}
        value={values.interval}
        onChange={(interval) => set('interval', interval)}
        error={errorAt('interval')}
        choices={intervals.map((one) => ({ value: one, label: t(($) => $.loans.interval[one]) }))}
        autoFocus
      />
      <div className={classes.two}>
        {(['gracePrincipalMonths', 'graceAllMonths'] as const).map((grace) => (
          <CountField
            key={grace}
            label={t(($) => $.calculator.loan[grace])}
            unit={t(($) => $.loans.months)}
            value={values[grace]}
            onChange={(months) => set(grace, months)}
            error={errorAt(grace)}
          />
        ))}
      </div>
      <div className={classes.two}>
        <ChoiceField
          label={t(($) => $.calculator.loan.roundTo)}
          value={values.roundTo}
          onChange={(step) => set('roundTo', step)}
          error={errorAt('roundTo')}
          choices={roundings.map((one) => ({ value: one, label: t(($) => $.calculator.loan.roundTos[one]) }))}
        />
        <ChoiceField
          label={t(($) => $.calculator.loan.rounding)}
          value={values.rounding}
          onChange={(way) => set('rounding', way)}
          error={errorAt('rounding')}
          choices={roundingWays.map((one) => ({ value: one, label: t(($) => $.calculator.loan.roundings[one]) }))}
        />
      </div>
      <DateField
        label={t(($) => $.calculator.loan.disbursedOn)}
        value={values.disbursedOn}
        onChange={(day) => set('disbursedOn', day)}
        error={errorAt('disbursedOn')}
        today={today}
        anyDay
      />
    </>
  )
}
