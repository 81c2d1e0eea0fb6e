import { Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { monthOf } from '../../../shared/calendar.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { ReckonFrame } from '../../ui/form/ReckonFrame.tsx'
import { useRefusedFields } from '../../ui/form/refused-fields.ts'
import { useText } from '../../ui/text.ts'
import classes from './calculator.module.css'
import { SavingsFields } from './SavingsFields.tsx'
import { SavingsFigures } from './SavingsFigures.tsx'
import { savingsFieldOf, savingsInput, usualSavings } from './savings-values.ts'

/** The interest a savings account earns in a month, step by step, and its tax. */
export function SavingsCalculator() {
  const { t } = useText()
  const { today } = useBook()
  const [values, setValues] = useState(() => usualSavings(monthOf(today)))
  const [typed] = useDebouncedValue(values, 120)
  const result = useRef<HTMLHeadingElement>(null)
  const input = savingsInput(typed)
  const query = useQuery({
    ...orpc.calc.savingsInterest.queryOptions({ input: input ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  const { data, error } = input === undefined ? { data: undefined, error: null } : query
  const { errorAt, complaint } = useRefusedFields(error, (path) => savingsFieldOf(typed, path))
  return (
    <>
      <PageHead title={t(($) => $.calculator.savings.title)} text={t(($) => $.calculator.savings.text)} />
      <div className={classes.widePage}>
        <ReckonFrame label={t(($) => $.calculator.savings.title)} onDone={() => result.current?.focus()}>
          <SavingsFields
            values={values}
            set={(key, value) => setValues((now) => ({ ...now, [key]: value }))}
            errorAt={errorAt}
          />
        </ReckonFrame>
        <section aria-labelledby="savings-result">
          <Title order={2} size="h4" id="savings-result" ref={result} tabIndex={-1}>
            {t(($) => $.calculator.result)}
          </Title>
          {complaint !== undefined && <Text role="alert">{complaint}</Text>}
          {input === undefined && <Text role="status">{t(($) => $.calculator.savings.empty)}</Text>}
          {data && input && <SavingsFigures interest={data} method={input.method} />}
        </section>
      </div>
    </>
  )
}
