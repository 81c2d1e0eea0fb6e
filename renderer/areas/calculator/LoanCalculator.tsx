import { Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { ReckonFrame } from '../../ui/form/ReckonFrame.tsx'
import { useRefusedFields } from '../../ui/form/refused-fields.ts'
import { useText } from '../../ui/text.ts'
import classes from './calculator.module.css'
import { LoanCharts } from './LoanChart.tsx'
import { LoanFields } from './LoanFields.tsx'
import { LoanFigures, useLoanSentence } from './LoanFigures.tsx'
import { LoanScheduleTable } from './LoanScheduleTable.tsx'
import { loanInput, usualLoan } from './loan-values.ts'
import { useLoanSchedule } from './use-loan-schedule.ts'

/** Where the contract's paths are not the fields'. */
const fieldOf: Readonly<Record<string, string>> = {
  ratePctPerMonth: 'rate',
  ratePctPerYear: 'rate',
  'interval.every': 'interval',
}

/** A loan's instalments by one method, or by two side by side: *tetap dibanding menurun, berapa bedanya?* */
export function LoanCalculator() {
  const { t } = useText()
  const [values, setValues] = useState(usualLoan)
  // Between two digits of one amount nothing is asked.
  const [typed] = useDebouncedValue(values, 120)
  const result = useRef<HTMLHeadingElement>(null)
  const { method, other } = typed
  const one = useLoanSchedule(loanInput(typed, method))
  const two = useLoanSchedule(other === '' || other === method ? undefined : loanInput(typed, other))
  const { errorAt, complaint } = useRefusedFields(one.error, (path) => fieldOf[path] ?? path)
  const sentenceOf = useLoanSentence()
  const reckoned = one.reckoned ? [one.reckoned, ...(two.reckoned ? [two.reckoned] : [])] : []
  return (
    <>
      <PageHead title={t(($) => $.calculator.loan.title)} text={t(($) => $.calculator.loan.text)} />
      <div className={classes.page}>
        <ReckonFrame label={t(($) => $.calculator.loan.title)} onDone={() => result.current?.focus()}>
          <LoanFields
            values={values}
            set={(key, value) => setValues((now) => ({ ...now, [key]: value }))}
            errorAt={errorAt}
          />
        </ReckonFrame>
        <section aria-labelledby="loan-result">
          <Title order={2} size="h4" id="loan-result" ref={result} tabIndex={-1}>
            {t(($) => $.calculator.result)}
          </Title>
          {complaint !== undefined && <Text role="alert">{complaint}</Text>}
          <Text role="status" mb="sm">
            {reckoned.length > 0 ? sentenceOf(reckoned) : t(($) => $.calculator.loan.empty)}
          </Text>
          <Complaint error={one.error === null ? two.error : null} />
          {reckoned.length > 0 && (
            <>
              <LoanFigures reckoned={reckoned} />
              <LoanCharts reckoned={reckoned} />
              <LoanScheduleTable reckoned={reckoned} />
            </>
          )}
        </section>
      </div>
    </>
  )
}
