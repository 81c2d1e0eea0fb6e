import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../../app/queries.ts'
import { useText } from '../../../ui/text.ts'
import { YearlyForm } from '../YearlyForm.tsx'
import { PricesForm } from './PricesForm.tsx'
import type { Prices } from './price-values.ts'

/** What goods and money cost elsewhere in a year, beside what members traded with the cooperative. */
export function OutsidePrices() {
  const { t } = useText()
  return (
    <YearlyForm<Prices>
      title={t(($) => $.outsidePrices.title)}
      text={t(($) => $.outsidePrices.text)}
      report={{ address: '/reports/promotion', label: t(($) => $.outsidePrices.report) }}
      useKept={usePrices}
    >
      {(kept, onSaved, key) => <PricesForm key={key} kept={kept} onSaved={onSaved} />}
    </YearlyForm>
  )
}

function usePrices(year: number) {
  return useQuery(orpc.closing.outsidePrices.queryOptions({ input: { year } }))
}
