import { type ComponentProps, useRef, useState } from 'react'
import { isAboveCeiling } from '../../../shared/rules/loan-quote.ts'
import { useText } from '../text.ts'
import { AskBack } from './AskBack.tsx'
import { RateField } from './NumberField.tsx'

/** A percentage of a year that members get; one above what is usual asks back, unless it stood there before. */
export function YearlyRateField(props: ComponentProps<typeof RateField>) {
  const { value } = props
  const { t } = useText()
  const box = useRef<HTMLDivElement>(null)
  const [confirmed, setConfirmed] = useState(value)
  const asks = value !== null && value !== confirmed && isAboveCeiling({ ratePct: value, per: 'year' })
  return (
    <div ref={box}>
      <RateField {...props} />
      {asks && (
        <AskBack
          question={t(($) => $.ui.number.highRate)}
          answers={[
            { label: t(($) => $.ui.money.yes), choose: () => setConfirmed(value) },
            { label: t(($) => $.ui.money.fix), choose: () => box.current?.querySelector('input')?.select() },
          ]}
        />
      )}
    </div>
  )
}
