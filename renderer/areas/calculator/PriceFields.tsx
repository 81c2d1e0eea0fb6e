import { Text } from '@mantine/core'
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { CountField, RateField } from '../../ui/fields/NumberField.tsx'
import { useText } from '../../ui/text.ts'
import classes from './calculator.module.css'
import { batchCosts, type PriceStep, type PriceValues, priceSteps, priceWays } from './price-values.ts'

interface PriceFieldsProps {
  readonly values: PriceValues
  readonly set: <Key extends keyof PriceValues>(key: Key, value: PriceValues[Key]) => void
  readonly errorAt: (path: string) => string | undefined
}

/** What one batch gives and costs, and how its price is found. */
export function PriceFields({ values, set, errorAt }: PriceFieldsProps) {
  const { t } = useText()
  const steps = Object.keys(priceSteps) as PriceStep[]
  return (
    <>
      <CountField
        label={t(($) => $.calculator.price.packs)}
        description={t(($) => $.calculator.price.packsText)}
        value={values.packs}
        onChange={(packs) => set('packs', packs)}
        error={errorAt('packs')}
        autoFocus
      />
      <div className={classes.two}>
        {batchCosts.map((cost) => (
          <MoneyField
            key={cost}
            label={t(($) => $.calculator.price.costs[cost])}
            description={t(($) => $.calculator.price.costTexts[cost])}
            value={values[cost]}
            onChange={(amount) => set(cost, amount)}
            error={errorAt(cost)}
            withoutWords
          />
        ))}
      </div>
      <div className={classes.two}>
        <ChoiceField
          label={t(($) => $.calculator.price.way)}
          value={values.way}
          onChange={(way) => set('way', way)}
          choices={priceWays.map((way) => ({ value: way, label: t(($) => $.calculator.price.ways[way]) }))}
        />
        <Profit values={values} set={set} errorAt={errorAt} />
      </div>
      <Text size="sm" c="gray.7">
        {t(($) => $.calculator.price.wayTexts[values.way])}
      </Text>
      <ChoiceField
        label={t(($) => $.calculator.price.step)}
        value={values.step}
        onChange={(step) => set('step', step)}
        choices={steps.map((step) => ({ value: step, label: t(($) => $.calculator.price.steps[step]) }))}
      />
    </>
  )
}

function Profit({ values, set, errorAt }: PriceFieldsProps) {
  const { t } = useText()
  const { way } = values
  const label = t(($) => $.calculator.price.asked[way])
  if (way === 'price') {
    return (
      <MoneyField
        label={label}
        value={values.price}
        onChange={(price) => set('price', price)}
        error={errorAt('price')}
        withoutWords
      />
    )
  }
  return (
    <RateField key={way} label={label} value={values[way]} onChange={(pct) => set(way, pct)} error={errorAt(way)} />
  )
}
