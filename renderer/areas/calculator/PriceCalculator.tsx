import { Text, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { orpc } from '../../app/queries.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { ReckonFrame } from '../../ui/form/ReckonFrame.tsx'
import { useRefusedFields } from '../../ui/form/refused-fields.ts'
import { useText } from '../../ui/text.ts'
import classes from './calculator.module.css'
import { PriceFields } from './PriceFields.tsx'
import { PriceFigures } from './PriceFigures.tsx'
import { priceInput, usualPrice } from './price-values.ts'

/** What one pack costs to make, and what it must be sold for. */
export function PriceCalculator() {
  const { t } = useText()
  const [values, setValues] = useState(usualPrice)
  const [typed] = useDebouncedValue(values, 120)
  const result = useRef<HTMLHeadingElement>(null)
  const input = priceInput(typed)
  const query = useQuery({
    ...orpc.calc.packPrice.queryOptions({ input: input ?? skipToken }),
    placeholderData: keepPreviousData,
  })
  const { data, error } = input === undefined ? { data: undefined, error: null } : query
  const { errorAt, complaint } = useRefusedFields(error)
  return (
    <>
      <PageHead title={t(($) => $.calculator.price.title)} text={t(($) => $.calculator.price.text)} />
      <div className={classes.widePage}>
        <ReckonFrame label={t(($) => $.calculator.price.title)} onDone={() => result.current?.focus()}>
          <PriceFields
            values={values}
            set={(key, value) => setValues((now) => ({ ...now, [key]: value }))}
            errorAt={errorAt}
          />
        </ReckonFrame>
        <section aria-labelledby="price-result">
          <Title order={2} size="h4" id="price-result" ref={result} tabIndex={-1}>
            {t(($) => $.calculator.result)}
          </Title>
          {complaint !== undefined && <Text role="alert">{complaint}</Text>}
          {input === undefined && <Text role="status">{t(($) => $.calculator.price.empty)}</Text>}
          {data && <PriceFigures reckoned={data} />}
        </section>
      </div>
    </>
  )
}
